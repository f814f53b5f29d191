'use server'

import { formatDesign } from '@/lib/compose/formatDesign'
import { importConfig } from '@/lib/compose/importConfig'
import { pinVersions } from '@/lib/compose/pinVersions'
import { formText } from '../../server/formText'
import { openCatalog } from '../../server/openCatalog'
import { keepNewDesign } from '../keepNewDesign'
import type { StartState } from './startState'

/** Turns a worker's configuration file into a design, and reports what was changed on the way. */
export async function startImport(form: FormData): Promise<StartState> {
  const file = formText(form, 'fileName')
  const engine = formText(form, 'engine')
  const catalog = (await openCatalog()).catalogFor()
  const imported = importConfig(formText(form, 'config'), {
    catalog,
    ...(file === '' ? {} : { file }),
    ...(engine === '' ? {} : { engine }),
  })
  if (!imported.ok) return { problems: imported.problems }
  const kept = await keepNewDesign(formatDesign(pinVersions(imported.value.design, catalog)))
  if (!kept.ok) return { problems: kept.problems }
  return { problems: imported.problems, draftId: kept.value.id }
}
