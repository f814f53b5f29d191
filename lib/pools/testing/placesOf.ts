import type { JsonObject, JsonValue } from '../../base/json'
import { violationProblems } from '../violationProblems'

/** Where a value breaks a schema. */
export function placesOf(schema: JsonObject, value: JsonValue): string[] {
  return violationProblems(schema, value, '', '').map(({ path }) => path)
}
