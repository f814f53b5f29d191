import 'server-only'
import type { DesignText } from '@/app/server/composeText'
import { formText } from '@/app/server/formText'
import { outcomeInThread } from '@/app/server/inThread'
import type { PreviewSummary } from '@/lib/preview/previewText'
import { unansweredProblem } from '@/lib/thread/unansweredProblem'

/** Texts above this many characters take a while, and do not hold up others. */
const long = 200_000
const budgets = { quick: 3000, long: 10_000 }

/** What a form with tasks comes to on a worker type. Where the time was up, what is left is undecided. */
export async function previewForm({ document, opened }: DesignText, form: FormData): Promise<PreviewSummary> {
  const text = formText(form, 'tasks')
  const lane = text.length > long ? 'long' : 'quick'
  const budget = budgets[lane]
  const outcome = await outcomeInThread('preview', { subject: { document }, text }, { opened, lane, budget })
  const summary = outcome.answered ? outcome.value : (outcome.part ?? { problems: [], verdicts: [] })
  const complete = outcome.answered && (summary.counts?.undecided ?? 0) === 0
  if (complete) return summary
  const why = outcome.answered ? 'out-of-time' : outcome.why
  return { ...summary, problems: [...summary.problems, unansweredProblem(why, budget)] }
}
