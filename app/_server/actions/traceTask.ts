'use server'

import { openDraft } from '@/app/_server/designs/openDesign'
import { formData, idText } from '@/app/_server/guard/actionArguments'
import type { Ask } from '@/app/_server/guard/demand'
import { guardedAction } from '@/app/_server/guard/guardedAction'
import { traceForm } from '@/app/_server/tasks/traceText'
import { currentDesign } from '@/app/_server/workerTypes/openWorkerType'
import type { TraceState } from '@/app/_ui/forms/actionStates'

/** Runs a task through the version of a worker type that is in force. Whoever may read may ask. */
export const traceWorkerType = guardedAction(
  {
    name: 'traceWorkerType',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): TraceState => ({ problems: [problem] }),
  },
  [idText, idText, formData],
  traceOfWorkerType,
)

async function traceOfWorkerType(
  _ask: Ask,
  provisionerId: string,
  workerType: string,
  form: FormData,
): Promise<TraceState> {
  return traceForm(await currentDesign(String(provisionerId), String(workerType)), form)
}

/** Runs a task through a design as it was last saved. Whoever may read may ask. */
export const traceDesign = guardedAction(
  {
    name: 'traceDesign',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): TraceState => ({ problems: [problem] }),
  },
  [idText, formData],
  traceOfDesign,
)

async function traceOfDesign(_ask: Ask, id: string, form: FormData): Promise<TraceState> {
  return traceForm(await openDraft(String(id)), form)
}
