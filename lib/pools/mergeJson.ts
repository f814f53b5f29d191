import { equalJson, getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/** The second object over the first: objects are merged in depth, everything else is replaced. */
export function mergeJson(under: JsonObject, over: JsonObject): JsonObject {
  const replaced = Object.entries(over).map(([key, value]): [string, JsonValue] => {
    const below = getOwn(under, key)
    return [key, isJsonObject(below) && isJsonObject(value) ? mergeJson(below, value) : value]
  })
  return Object.fromEntries([...Object.entries(under), ...replaced])
}

/** What all of some objects have in common, in depth. */
export function commonJson(objects: JsonObject[]): JsonObject {
  const [first = {}, ...others] = objects
  const common = Object.entries(first).flatMap(([key, value]): [string, JsonValue][] => {
    if (!others.every((other) => Object.hasOwn(other, key))) return []
    const members = objects.map((object) => object[key] ?? null)
    if (members.every(isJsonObject)) return [[key, commonJson(members)]]
    return members.every((member) => equalJson(member, value)) ? [[key, value]] : []
  })
  return Object.fromEntries(common)
}

/** What an object has beyond a common part of it: `mergeJson(common, beyondCommon(object, common))` is the object. */
export function beyondCommon(object: JsonObject, common: JsonObject): JsonObject {
  const rest = Object.entries(object).flatMap(([key, value]): [string, JsonValue][] => {
    const shared = getOwn(common, key)
    if (shared === undefined) return [[key, value]]
    if (!isJsonObject(shared) || !isJsonObject(value)) return []
    const more = beyondCommon(value, shared)
    return Object.keys(more).length > 0 ? [[key, more]] : []
  })
  return Object.fromEntries(rest)
}
