import { isJsonObject, type JsonValue } from './json'

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
