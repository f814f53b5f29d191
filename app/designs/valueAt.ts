import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { Place } from './place'

/** The value at a place, or undefined. */
export function valueAt(value: JsonValue | undefined, place: Place): JsonValue | undefined {
  let current = value
  for (const step of place) {
    if (Array.isArray(current) && typeof step === 'number') current = current[step]
    else if (current !== undefined && isJsonObject(current) && Object.hasOwn(current, step)) current = current[step]
    else return undefined
  }
  return current
}
