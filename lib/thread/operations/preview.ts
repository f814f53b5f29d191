import { type PreviewSummary, previewText } from '@/lib/preview/previewText'
import type { Job } from '@/lib/thread/job'
import { composeSubject, type Subject } from './composeSubject'
import type { CustomEntries } from './customCatalog'

/** milliseconds between two reports on how far it is */
const reportEvery = 100

/** What becomes of the tasks in a text. How far it is goes ahead: a task that never ends leaves what was known before it. */
export function preview(
  { subject, text }: { subject: Subject; text: string },
  job: Job<PreviewSummary, CustomEntries>,
): PreviewSummary {
  const { composition } = composeSubject(subject, job)
  let last = Number.NEGATIVE_INFINITY
  return previewText(composition, text, {
    outOfTime: job.outOfTime,
    onProgress(summary) {
      const now = performance.now()
      if (now - last < reportEvery) return
      last = now
      job.sendAhead(summary())
    },
  })
}
