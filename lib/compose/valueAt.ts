import { isJsonObject, type JsonValue } from '@/lib/base/json'

/** The value at a place given as keys and indexes; null where there is none. */
export function valueAt(value: JsonValue, place: (string | number)[]): JsonValue {
  let current: JsonValue = value
  for (const segment of place) {
    if (Array.isArray(current)) current = current[Number(segment)] ?? null
    else current = isJsonObject(current) && Object.hasOwn(current, segment) ? (current[segment] ?? null) : null
  }
  return current
}
