'use server'

import type { Ask } from '../guard/demand'
import { guardedAction } from '../guard/guardedAction'
import type { PreviewState } from '../preview/previewState'
import { previewText } from '../preview/previewText'
import { formText } from '../server/formText'
import { composeCurrent } from './composeCurrent'

/** Holds tasks against the version of a worker type that is in force. Whoever may read may ask. */
export const previewWorkerType = guardedAction(
  {
    name: 'previewWorkerType',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): PreviewState => ({ problems: [problem], verdicts: [] }),
  },
  preview,
)

async function preview(_ask: Ask, provisionerId: string, workerType: string, form: FormData): Promise<PreviewState> {
  const { composition } = await composeCurrent(String(provisionerId), String(workerType))
  return previewText(composition, formText(form, 'tasks'))
}
