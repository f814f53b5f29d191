'use server'

import type { PreviewState } from '../preview/previewState'
import { previewText } from '../preview/previewText'
import { composeText } from '../server/composeText'
import { formText } from '../server/formText'
import { openCatalog } from '../server/openCatalog'
import { openWorkerType } from './openWorkerType'

/** Holds tasks against the version of a worker type that is in force. Anybody may ask. */
export async function previewWorkerType(
  provisionerId: string,
  workerType: string,
  form: FormData,
): Promise<PreviewState> {
  const { current } = await openWorkerType(String(provisionerId), String(workerType))
  const { composition } = composeText(current?.designYaml ?? '', await openCatalog())
  return previewText(composition, formText(form, 'tasks'))
}
