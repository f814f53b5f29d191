'use server'

import type { Ask } from '../../guard/demand'
import { guardedAction } from '../../guard/guardedAction'
import { formData } from '../../guard/takes'
import { formText } from '../../server/formText'
import { inThread } from '../../server/inThread'
import { openCatalog } from '../../server/openCatalog'
import { keepNewDesign } from '../keepNewDesign'
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
