'use server'

import { type Result, succeed } from '@/lib/base/problem'
import { importPoolText } from '@/lib/bundle/pool/importPoolText'
import type { Design } from '@/lib/compose/design'
import { formatDesign } from '@/lib/compose/formatDesign'
import { type ImportOptions, importConfig } from '@/lib/compose/importConfig'
import { pinVersions } from '@/lib/compose/pinVersions'
import type { Ask } from '../../guard/demand'
import { guardedAction } from '../../guard/guardedAction'
import { formText } from '../../server/formText'
import { openCatalog } from '../../server/openCatalog'
import { keepNewDesign } from '../keepNewDesign'
import type { StartState } from './startState'

/** Turns a worker's configuration file, or a worker pool, into a design, and reports what was changed on the way. */
export const startImport = guardedAction(
  {
    name: 'startImport',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): StartState => ({ problems: [problem] }),
  },
  importText,
)

async function importText(ask: Ask, form: FormData): Promise<StartState> {
  const file = formText(form, 'fileName')
  const engine = formText(form, 'engine')
  const catalog = (await openCatalog()).catalogFor()
  const text = formText(form, 'config')
  const named = { ...(file === '' ? {} : { file }), ...(engine === '' ? {} : { engine }) }
  const imported = importPoolText(text, catalog, named) ?? importDesign(text, { catalog, ...named })
  if (!imported.ok) return { problems: imported.problems }
  const kept = await keepNewDesign(ask, formatDesign(pinVersions(imported.value, catalog)))
  if (!kept.ok) return { problems: kept.problems }
  return { problems: imported.problems, draftId: kept.value.id }
}

function importDesign(text: string, options: ImportOptions): Result<Design> {
  const imported = importConfig(text, options)
  return imported.ok ? succeed(imported.value.design, imported.problems) : imported
}
