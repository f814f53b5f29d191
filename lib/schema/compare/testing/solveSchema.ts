import type { JsonValue } from '../../../base/json'
import { createSolver } from '../createSolver'
import { readSchemas } from '../readSchemas'
import type { Solution } from '../solve/solver'

/** A value that fits a schema, as the solver finds it. */
export function solveSchema(schema: JsonValue, outOfTime: () => boolean = () => false): Solution {
  const { terms, oldTerm } = readSchemas(schema, true)
  return createSolver(terms, outOfTime).solve([oldTerm])
}
