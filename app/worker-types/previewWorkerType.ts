'use server'

import type { PreviewSummary } from '@/lib/preview/previewText'
import type { Ask } from '../guard/demand'
import { guardedAction } from '../guard/guardedAction'
import { formData, idText } from '../guard/takes'
import { previewForm } from '../preview/previewForm'
import { currentDesign } from './currentDesign'

/** Holds tasks against the version of a worker type that is in force. Whoever may read may ask. */
export const previewWorkerType = guardedAction(
  {
    name: 'previewWorkerType',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): PreviewSummary => ({ problems: [problem], verdicts: [] }),
  },
  [idText, idText, formData],
  preview,
)

async function preview(_ask: Ask, provisionerId: string, workerType: string, form: FormData): Promise<PreviewSummary> {
  return previewForm(await currentDesign(String(provisionerId), String(workerType)), form)
}
