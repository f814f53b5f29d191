'use server'

import { openDraft } from '@/app/designs/[id]/openDesign'
import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { formData, idText } from '@/app/guard/takes'
import { previewForm } from '@/app/preview/previewForm'
import type { PreviewSummary } from '@/lib/preview/previewText'

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
