import type { JsonValue } from '@/lib/base/json'
import { decideInclusion } from '@/lib/compare/compareSchemas'
import { readSchemas } from '@/lib/compare/read/readSchemas'
import type { Inclusion } from '@/lib/compare/schemaComparison'
import { createSolver } from '@/lib/compare/solve/createSolver'
import { createValidation } from '@/lib/compare/solve/polishWitness'

/** The verdicts alone, forward and backward: of a whole comparison, the changes take most of the time. */
export function decideBoth(old: JsonValue, next: JsonValue): [Inclusion['verdict'], Inclusion['verdict']] {
  const pair = readSchemas(old, next)
  const solver = createSolver(pair.terms, () => false)
  const [before, after] = [createValidation(old, pair.oldTerm), createValidation(next, pair.newTerm)]
  return [decideInclusion(before, after, solver).verdict, decideInclusion(after, before, solver).verdict]
}
