import type { JsonValue } from '@/lib/base/json'
import { readSchemas } from '@/lib/compare/read/readSchemas'
import { createSolver } from '@/lib/compare/solve/createSolver'
import type { Solution } from '@/lib/compare/solve/solver'

/** A value that fits a schema, as the solver finds it. */
export function solveSchema(schema: JsonValue, outOfTime: () => boolean = () => false): Solution {
  const { terms, oldTerm } = readSchemas(schema, true)
  return createSolver(terms, outOfTime).solve([oldTerm])
}
