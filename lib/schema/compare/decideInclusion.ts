import type { JsonValue } from '@/lib/base/json'
import type { Validation } from './createValidation'
import { polishWitness } from './polishWitness'
import type { Inclusion } from './schemaComparison'
import type { Solver } from './solve/solver'

/** so that a comparison ends even where nobody looks at the clock */
const mostSteps = 10_000

/** Whether everything that one schema accepts is accepted by another one. */
export function decideInclusion(from: Validation, into: Validation, solver: Solver): Inclusion {
  if (from.term === into.term) return { verdict: 'proved', rule: 'the same' }
  const solution = solver.within({ left: mostSteps }, [from.term, solver.terms.not(into.term)])
  if (solution.kind === 'empty') return { verdict: 'proved', rule: 'no value' }
  if (solution.kind === 'unknown') return { verdict: 'undecided', place: solution.place, reason: solution.reason }
  const holds = (value: JsonValue) => from.accepts(value) === true && into.accepts(value) === false
  if (holds(solution.value)) {
    const witness = polishWitness(solution.value, from.example(), holds)
    return { verdict: 'refuted', witness, violations: into.violations(witness) }
  }
  return { verdict: 'undecided', place: '', reason: 'a payload was found that the validators do not agree on' }
}
