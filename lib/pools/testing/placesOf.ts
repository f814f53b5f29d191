import type { JsonObject, JsonValue } from '@/lib/base/json'
import { violationProblems } from '@/lib/pools/check/violationProblems'

/** Where a value breaks a schema. */
export function placesOf(schema: JsonObject, value: JsonValue): string[] {
  return violationProblems(schema, value, '', '').map(({ path }) => path)
}
