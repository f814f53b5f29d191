import type { JsonValue } from '@/lib/base/json'
import { createSolver } from '@/lib/schema/compare/createSolver'
import { createValidation } from '@/lib/schema/compare/createValidation'
import { decideInclusion } from '@/lib/schema/compare/decideInclusion'
import { readSchemas } from '@/lib/schema/compare/readSchemas'
import type { Inclusion } from '@/lib/schema/compare/schemaComparison'

/** The verdicts alone, forward and backward: of a whole comparison, the changes take most of the time. */
export function decideBoth(old: JsonValue, next: JsonValue): [Inclusion['verdict'], Inclusion['verdict']] {
  const pair = readSchemas(old, next)
  const solver = createSolver(pair.terms, () => false)
  const [before, after] = [createValidation(old, pair.oldTerm), createValidation(next, pair.newTerm)]
  return [decideInclusion(before, after, solver).verdict, decideInclusion(after, before, solver).verdict]
}
