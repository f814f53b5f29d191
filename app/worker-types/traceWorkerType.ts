'use server'

import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { formData, idText } from '@/app/guard/takes'
import { traceForm } from '@/app/trace/traceForm'
import type { TraceState } from '@/app/trace/traceState'
import { currentDesign } from './currentDesign'

/** Runs a task through the version of a worker type that is in force. Whoever may read may ask. */
export const traceWorkerType = guardedAction(
  {
    name: 'traceWorkerType',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): TraceState => ({ problems: [problem] }),
  },
  [idText, idText, formData],
  trace,
)

async function trace(_ask: Ask, provisionerId: string, workerType: string, form: FormData): Promise<TraceState> {
  return traceForm(await currentDesign(String(provisionerId), String(workerType)), form)
}
