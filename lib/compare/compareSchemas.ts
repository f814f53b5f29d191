import type { JsonValue } from '@/lib/base/json'
import { effectsOf } from './changes/effectsOf'
import { listChanges } from './changes/listChanges'
import { listDifferences } from './changes/listDifferences'
import { readSchemas } from './read/readSchemas'
import type { CompareOptions, Inclusion, SchemaComparison } from './schemaComparison'
import { createSolver } from './solve/createSolver'
import { createValidation, polishWitness, type Validation } from './solve/polishWitness'
import type { Solver } from './solve/solver'

/**
 * How two payload schemas relate: whether each accepts everything that the other accepts, with a proof or a witness, and what they say
 * differently. Takes draft-04, 06 and 07; what is not understood is undecided, never guessed.
 */
export function compareSchemas(old: JsonValue, next: JsonValue, options: CompareOptions = {}): SchemaComparison {
  const pair = readSchemas(old, next)
  const solver = createSolver(pair.terms, options.outOfTime ?? (() => false))
  const before = createValidation(old, pair.oldTerm)
  const after = createValidation(next, pair.newTerm)
  const verdicts = {
    forward: decideInclusion(before, after, solver),
    backward: decideInclusion(after, before, solver),
  }
  options.onVerdicts?.(verdicts)
  const differences = listDifferences(pair.old, pair.new)
  const effects = effectsOf(differences, { pair, solver, before, after, verdicts })
  return { ...verdicts, changes: listChanges(differences, effects, verdicts, options.origins) }
}

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
