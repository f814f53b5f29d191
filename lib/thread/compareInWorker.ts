import type { JsonValue } from '@/lib/base/json'
import { type CompareOptions, type SchemaComparison, undecidedComparison } from '@/lib/compare/schemaComparison'
import { lanes } from './lanes'
import type { Outcome, Unanswered } from './message'
import type { CompareInput } from './operations/schemas'
import type { AskOptions } from './pool'

/** Threads that compare. */
export interface ComparingPool {
  ask(
    name: 'compare',
    input: CompareInput,
    options: AskOptions,
  ): Promise<Outcome<SchemaComparison, Pick<SchemaComparison, 'forward' | 'backward'>>>
}

export interface CompareInWorkerOptions extends Pick<CompareOptions, 'origins'> {
  /** milliseconds; past it, what is left is undecided. 2000 where none is given. */
  budget?: number
  /** the threads to compare in, where it is not those that this process has for long work */
  pool?: ComparingPool
}

const defaultBudget = 2000

const reasons: Record<Unanswered, string> = {
  'out-of-time': 'the time was up',
  'out-of-memory': 'comparing took too much memory',
  'too-deep': 'the schemas nest too deeply',
  busy: 'too many others were compared at that moment',
  ended: 'comparing ended early',
}

/**
 * Compares two schemas in a thread, so that the process goes on meanwhile: as `compareSchemas`, but never later than the budget, from when its turn
 * has come. Never rejects for what is in the schemas.
 */
export async function compareInWorker(
  old: JsonValue,
  next: JsonValue,
  { budget = defaultBudget, origins, pool = lanes().long }: CompareInWorkerOptions = {},
): Promise<SchemaComparison> {
  const told = origins === undefined ? {} : { origins }
  const outcome = await pool.ask('compare', { old, next, ...told }, { budget })
  return outcome.answered ? outcome.value : { ...undecidedComparison(reasons[outcome.why]), ...outcome.part }
}
