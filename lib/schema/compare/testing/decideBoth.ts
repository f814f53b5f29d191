import type { JsonValue } from '../../../base/json'
import { createSolver } from '../createSolver'
import { createValidation } from '../createValidation'
import { decideInclusion } from '../decideInclusion'
import { readSchemas } from '../readSchemas'
import type { Inclusion } from '../schemaComparison'

/** The verdicts alone, forward and backward: of a whole comparison, the changes take most of the time. */
export function decideBoth(old: JsonValue, next: JsonValue): [Inclusion['verdict'], Inclusion['verdict']] {
  const pair = readSchemas(old, next)
  const solver = createSolver(pair.terms, () => false)
  const [before, after] = [createValidation(old, pair.oldTerm), createValidation(next, pair.newTerm)]
  return [decideInclusion(before, after, solver).verdict, decideInclusion(after, before, solver).verdict]
}
