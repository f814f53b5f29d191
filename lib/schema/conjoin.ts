import type { JsonObject } from '../base/json'

/** Appends a member to a schema's `allOf`. */
export function conjoin(schema: JsonObject, member: JsonObject): JsonObject {
  return { ...schema, allOf: [...(Array.isArray(schema.allOf) ? schema.allOf : []), member] }
}
