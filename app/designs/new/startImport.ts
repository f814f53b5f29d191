'use server'

import { keepNewDesign } from '@/app/designs/keepNewDesign'
import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { formData } from '@/app/guard/takes'
import { formText } from '@/app/server/formText'
import { inThread } from '@/app/server/inThread'
import { openCatalog } from '@/app/server/openCatalog'
import type { StartState } from './startState'

/** milliseconds; reading a configuration of 5 MB takes a while */
const budget = 5000

/** Turns a worker's configuration file, or a worker pool, into a design, and reports what was changed on the way. */
export const startImport = guardedAction(
  {
    name: 'startImport',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): StartState => ({ problems: [problem] }),
  },
  [formData],
  importText,
)

async function importText(ask: Ask, form: FormData): Promise<StartState> {
  const file = formText(form, 'fileName')
  const engine = formText(form, 'engine')
  const text = formText(form, 'config')
  const named = { ...(file === '' ? {} : { file }), ...(engine === '' ? {} : { engine }) }
  const done = await inThread('importDocument', { text, ...named }, { opened: await openCatalog(), budget })
  const imported = done.ok ? done.value : done
  if (!imported.ok) return { problems: imported.problems }
  const kept = await keepNewDesign(ask, imported.value)
  if (!kept.ok) return { problems: kept.problems }
  return { problems: imported.problems, draftId: kept.value.id }
}
