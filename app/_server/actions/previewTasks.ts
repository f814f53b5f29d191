'use server'

import { openDraft } from '@/app/_server/designs/openDesign'
import { formData, idText } from '@/app/_server/guard/actionArguments'
import type { Ask } from '@/app/_server/guard/demand'
import { guardedAction } from '@/app/_server/guard/guardedAction'
import { previewForm } from '@/app/_server/tasks/previewText'
import { currentDesign } from '@/app/_server/workerTypes/openWorkerType'
import type { PreviewSummary } from '@/lib/preview/previewText'

/** Holds tasks against the version of a worker type that is in force. Whoever may read may ask. */
export const previewWorkerType = guardedAction(
  {
    name: 'previewWorkerType',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): PreviewSummary => ({ problems: [problem], verdicts: [] }),
  },
  [idText, idText, formData],
  previewOfWorkerType,
)

async function previewOfWorkerType(
  _ask: Ask,
  provisionerId: string,
  workerType: string,
  form: FormData,
): Promise<PreviewSummary> {
  return previewForm(await currentDesign(String(provisionerId), String(workerType)), form)
}

/** Holds tasks against a design as it was last saved. Whoever may read may ask. */
export const previewDesign = guardedAction(
  {
    name: 'previewDesign',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): PreviewSummary => ({ problems: [problem], verdicts: [] }),
  },
  [idText, formData],
  previewOfDesign,
)

async function previewOfDesign(_ask: Ask, id: string, form: FormData): Promise<PreviewSummary> {
  return previewForm(await openDraft(String(id)), form)
}
