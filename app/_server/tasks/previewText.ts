import 'server-only'
import { formText } from '@/app/_server/guard/actionArguments'
import type { DesignText } from '@/app/_server/services/composeText'
import { inThread, outcomeInThread } from '@/app/_server/services/inThread'
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

/** Tasks that the worker type runs, as texts to start from; none where they could not be found in time. */
export async function exampleTexts({ document, opened }: DesignText): Promise<{ name: string; text: string }[]> {
  const found = await inThread('examples', { subject: { document } }, { opened })
  if (!found.ok) return []
  return found.value.map(([name, task]) => ({ name, text: `${JSON.stringify(task, null, 2)}\n` }))
}
