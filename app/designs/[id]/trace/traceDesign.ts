'use server'

import { openDraft } from '@/app/designs/[id]/openDesign'
import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { formData, idText } from '@/app/guard/takes'
import { traceForm } from '@/app/trace/traceForm'
import type { TraceState } from '@/app/trace/traceState'

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
