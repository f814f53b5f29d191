import type { Validation } from './createValidation'
import type { Inclusion } from './schemaComparison'
import type { Solver } from './solve/solver'

/** so that a comparison ends even where nobody looks at the clock */
const mostSteps = 25_000

/** Whether everything that one schema accepts is accepted by another one. */
export function decideInclusion(from: Validation, into: Validation, solver: Solver): Inclusion {
  if (from.term === into.term) return { verdict: 'proved', rule: 'the same' }
  const solution = solver.within({ left: mostSteps }, [from.term, solver.terms.not(into.term)])
  if (solution.kind === 'empty') return { verdict: 'proved', rule: 'no value' }
  if (solution.kind === 'unknown') return { verdict: 'undecided', place: solution.place, reason: solution.reason }
  const { value } = solution
  if (from.accepts(value) === true && into.accepts(value) === false)
    return { verdict: 'refuted', witness: value, violations: into.violations(value) }
  return { verdict: 'undecided', place: '', reason: 'a payload was found that the validators do not agree on' }
}
