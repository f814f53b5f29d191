import { equalJson } from '@/lib/base/equalJson'
import type { JsonObject, JsonValue } from '@/lib/base/json'

/** Appends a member to a schema's `allOf`, unless it is there already. */
export function conjoin(schema: JsonObject, member: JsonValue): JsonObject {
  const members = Array.isArray(schema.allOf) ? schema.allOf : []
  return members.some((present) => equalJson(present, member)) ? schema : { ...schema, allOf: [...members, member] }
}
