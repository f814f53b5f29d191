'use server'

import { traceForm } from '../trace/traceForm'
import type { TraceState } from '../trace/traceState'
import { composeCurrent } from './composeCurrent'

/** Runs a task through the version of a worker type that is in force. Anybody may ask. */
export async function traceWorkerType(provisionerId: string, workerType: string, form: FormData): Promise<TraceState> {
  return traceForm(await composeCurrent(String(provisionerId), String(workerType)), form)
}
