'use server'

import type { PreviewState } from '../preview/previewState'
import { previewText } from '../preview/previewText'
import { formText } from '../server/formText'
import { composeCurrent } from './composeCurrent'

/** Holds tasks against the version of a worker type that is in force. Anybody may ask. */
export async function previewWorkerType(
  provisionerId: string,
  workerType: string,
  form: FormData,
): Promise<PreviewState> {
  const { composition } = await composeCurrent(String(provisionerId), String(workerType))
  return previewText(composition, formText(form, 'tasks'))
}
