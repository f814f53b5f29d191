import { isJsonObject, type JsonObject, type JsonValue } from '../base/json'
import { isReference } from './references'

/** What a template sees in place of a value that nobody knows yet, and who is told that it looked. */
export interface OpenValues {
  /** places (JSON) of secrets: they are taken as set, with this text */
  secrets: Set<string>
  touched: (place: (string | number)[], reference: JsonObject) => void
}

const SECRET = 'set'

/**
 * A configuration as templates may read it: every reference becomes a member that, when read, reports itself as touched. So a schema that depends on
 * an open value is noticed instead of guessed. Values without references are returned as they are.
 */
export function guardOpenValues(value: JsonValue, place: (string | number)[], open: OpenValues): JsonValue {
  if (isReference(value)) return read(value, place, open)
  if (Array.isArray(value)) {
    const items = value.map((item, index) => guardOpenValues(item, [...place, index], open))
    return items.every((item, index) => item === value[index]) ? value : items
  }
  if (!isJsonObject(value)) return value
  const guarded: JsonObject = {}
  let changed = false
  for (const [key, member] of Object.entries(value)) {
    if (isReference(member)) {
      changed = true
      Object.defineProperty(guarded, key, {
        enumerable: true,
        get: () => read(member, [...place, key], open),
      })
      continue
    }
    const inner = guardOpenValues(member, [...place, key], open)
    changed ||= inner !== member
    guarded[key] = inner
  }
  return changed ? guarded : value
}

function read(reference: JsonObject, place: (string | number)[], open: OpenValues): JsonValue {
  if (!open.secrets.has(JSON.stringify(place))) open.touched(place, reference)
  return SECRET
}
