'use server'

import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { formData, idText } from '@/app/guard/takes'
import { previewForm } from '@/app/preview/previewForm'
import type { PreviewSummary } from '@/lib/preview/previewText'
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
