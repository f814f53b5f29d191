'use server'

import type { PreviewSummary } from '@/lib/preview/previewText'
import type { Ask } from '../../../guard/demand'
import { guardedAction } from '../../../guard/guardedAction'
import { formData, idText } from '../../../guard/takes'
import { previewForm } from '../../../preview/previewForm'
import { openDraft } from '../openDesign'

/** Holds tasks against a design as it was last saved. Whoever may read may ask. */
export const previewDesign = guardedAction(
  {
    name: 'previewDesign',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): PreviewSummary => ({ problems: [problem], verdicts: [] }),
  },
  [idText, formData],
  preview,
)

async function preview(_ask: Ask, id: string, form: FormData): Promise<PreviewSummary> {
  return previewForm(await openDraft(String(id)), form)
}
