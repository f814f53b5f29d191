'use server'

import type { Ask } from '../../../guard/demand'
import { guardedAction } from '../../../guard/guardedAction'
import { formData, idText } from '../../../guard/takes'
import { traceForm } from '../../../trace/traceForm'
import type { TraceState } from '../../../trace/traceState'
import { openDraft } from '../openDesign'

/** Runs a task through a design as it was last saved. Whoever may read may ask. */
export const traceDesign = guardedAction(
  {
    name: 'traceDesign',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): TraceState => ({ problems: [problem] }),
  },
  [idText, formData],
  trace,
)

async function trace(_ask: Ask, id: string, form: FormData): Promise<TraceState> {
  return traceForm(await openDraft(String(id)), form)
}
