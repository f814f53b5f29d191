import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/** The member of nested objects at a path; undefined where there is none. */
export function memberAt(value: JsonValue, path: string[]): JsonValue | undefined {
  let current: JsonValue | undefined = value
  for (const name of path) {
    if (!isJsonObject(current)) return undefined
    current = getOwn(current, name)
  }
  return current
}

/** The object at a path; an empty one where there is none. */
export function objectAt(value: JsonValue, path: string[]): JsonObject {
  const found = memberAt(value, path)
  return isJsonObject(found) ? found : {}
}
