'use server'

import type { PreviewState } from '../../../preview/previewState'
import { previewText } from '../../../preview/previewText'
import { formText } from '../../../server/formText'
import { openDesign } from '../openDesign'

/** Holds tasks against a design as it was last saved. Anybody may ask. */
export async function previewDesign(id: string, form: FormData): Promise<PreviewState> {
  const { composition } = await openDesign(String(id))
  return previewText(composition, formText(form, 'tasks'))
}
