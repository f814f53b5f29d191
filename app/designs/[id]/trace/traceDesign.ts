'use server'

import { traceForm } from '../../../trace/traceForm'
import type { TraceState } from '../../../trace/traceState'
import { openDesign } from '../openDesign'

/** Runs a task through a design as it was last saved. Anybody may ask. */
export async function traceDesign(id: string, form: FormData): Promise<TraceState> {
  return traceForm(await openDesign(String(id)), form)
}
