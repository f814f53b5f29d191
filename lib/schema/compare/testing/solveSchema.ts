import type { JsonValue } from '@/lib/base/json'
import { createSolver } from '@/lib/schema/compare/createSolver'
import { readSchemas } from '@/lib/schema/compare/readSchemas'
import type { Solution } from '@/lib/schema/compare/solve/solver'

/** A value that fits a schema, as the solver finds it. */
export function solveSchema(schema: JsonValue, outOfTime: () => boolean = () => false): Solution {
  const { terms, oldTerm } = readSchemas(schema, true)
  return createSolver(terms, outOfTime).solve([oldTerm])
}
