import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/** A JSON Schema where `true` and `false` are allowed too. */
export type SchemaOrBoolean = boolean | JsonObject

/** The recursion that the functions for single keywords call back into. */
export type Narrow = (schema: SchemaOrBoolean, overlay: SchemaOrBoolean) => SchemaOrBoolean

/** Reads a schema position: a boolean or an object; anything else accepts everything, as validators have it. */
export function asSchema(value: JsonValue | undefined): SchemaOrBoolean {
  return typeof value === 'boolean' || isJsonObject(value) ? value : true
}
