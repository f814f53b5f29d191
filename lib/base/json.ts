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

/** JSON equality: key order does not matter, order in arrays does. */
export function equalJson(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => equalJson(item, b[i] as JsonValue))
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key] as JsonValue, b[key] as JsonValue))
  )
}

/** The same value with the keys of every object sorted by code unit; arrays keep their order. */
export function sortKeys<T extends JsonValue>(value: T): T
export function sortKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item) => sortKeys(item))
  if (!isJsonObject(value)) return value
  const entries = Object.keys(value)
    .sort()
    .map((key) => [key, sortKeys(value[key] as JsonValue)] as const)
  return Object.fromEntries(entries)
}

/** JSON with sorted keys, indented by two spaces, with a final newline: the same value gives the same bytes. */
export function canonicalJson(value: JsonValue): string {
  return `${JSON.stringify(sortKeys(value), null, 2)}\n`
}
