/** Any value that JSON can carry. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject

/** A JSON object. Members are looked up with own-property semantics; use `hasOwn`. */
export interface JsonObject {
  [key: string]: JsonValue
}

/** True for a plain JSON object (neither null nor an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An own member of an object; `undefined` where there is none, also for names such as `constructor`. */
export function getOwn(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
