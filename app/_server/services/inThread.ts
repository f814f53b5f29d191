import 'server-only'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { type Lanes, lanes } from '@/lib/thread/lanes'
import type { Outcome } from '@/lib/thread/message'
import type { operations } from '@/lib/thread/operations'
import type { CatalogBase } from '@/lib/thread/operations/entries'
import type { AnswerOf, InputOf, PartOf } from '@/lib/thread/operations/job'
import { unansweredProblem } from '@/lib/thread/unansweredProblem'

type Ops = typeof operations
type Name = keyof Ops & string

export interface InThread {
  /** the catalog to do it with; that of the product where left out */
  opened?: { base: CatalogBase }
  /** which threads do it; `quick` where left out */
  lane?: keyof Lanes
  /** milliseconds, from when its turn has come; 3000 where left out */
  budget?: number
}

/** milliseconds for what somebody waits for in front of a page */
const usualBudget = 3000

/** Does something with what a stranger wrote where it can be ended. Problems: `out-of-time`, `out-of-memory`, `too-busy`, `work-ended`. */
export async function inThread<N extends Name>(
  name: N,
  input: InputOf<Ops[N]>,
  options: InThread = {},
): Promise<Result<AnswerOf<Ops[N]>>> {
  const outcome = await outcomeInThread(name, input, options)
  return outcome.answered ? succeed(outcome.value) : fail([unansweredProblem(outcome.why, budgetOf(options))])
}

/** The same, with what was known when it was ended. */
export function outcomeInThread<N extends Name>(
  name: N,
  input: InputOf<Ops[N]>,
  options: InThread = {},
): Promise<Outcome<AnswerOf<Ops[N]>, PartOf<Ops[N]>>> {
  const { opened, lane = 'quick' } = options
  const base = opened === undefined ? {} : { base: opened.base }
  return lanes()[lane].ask(name, input, { budget: budgetOf(options), ...base })
}

/** What something may take, in milliseconds. */
export function budgetOf({ budget = usualBudget }: InThread): number {
  return budget
}
