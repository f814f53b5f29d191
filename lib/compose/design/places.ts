import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'

/** Keys and indexes as a place in dotted notation: `['plugins', 'disabled', 0]` is `plugins.disabled[0]`. */
export function placePath(place: (string | number)[]): string {
  return place.reduce<string>((path, segment) => appendPath(path, segment), '')
}

/** Joins two places in dotted notation; either may be empty. */
export function joinPath(outer: string, inner: string): string {
  if (outer === '' || inner === '') return outer + inner
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`
}

/** The value at a place given as keys and indexes; null where there is none. */
export function valueAt(value: JsonValue, place: (string | number)[]): JsonValue {
  let current: JsonValue = value
  for (const segment of place) {
    if (Array.isArray(current)) current = current[Number(segment)] ?? null
    else current = isJsonObject(current) && Object.hasOwn(current, segment) ? (current[segment] ?? null) : null
  }
  return current
}
