'use server'

import type { Ask } from '../../../guard/demand'
import { guardedAction } from '../../../guard/guardedAction'
import type { PreviewState } from '../../../preview/previewState'
import { previewText } from '../../../preview/previewText'
import { formText } from '../../../server/formText'
import { openDesign } from '../openDesign'

/** Holds tasks against a design as it was last saved. Whoever may read may ask. */
export const previewDesign = guardedAction(
  {
    name: 'previewDesign',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): PreviewState => ({ problems: [problem], verdicts: [] }),
  },
  preview,
)

async function preview(_ask: Ask, id: string, form: FormData): Promise<PreviewState> {
  const { composition } = await openDesign(String(id))
  return previewText(composition, formText(form, 'tasks'))
}
