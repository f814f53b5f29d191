import { getOwn, isJsonObject, type JsonValue } from '../base/json'

/**
 * Whether a payload schema has a place: a pointer pattern, as segments, in which `*` is every item of an array or every member of a map. Choices are
 * followed; where a schema says nothing of members or items, any place is there.
 */
export function hasPlace(schema: JsonValue | undefined, [head, ...rest]: readonly string[]): boolean {
  if (head === undefined || schema === true) return schema !== undefined && schema !== false
  if (!isJsonObject(schema)) return false
  const choices = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []))
  if (choices.some((choice) => hasPlace(choice, [head, ...rest]))) return true
  if (head === '*') {
    const { items, additionalProperties } = schema
    const members =
      isJsonObject(additionalProperties) || additionalProperties === true ? additionalProperties : undefined
    return [items, members].some((inner) => inner !== undefined && hasPlace(inner, rest))
  }
  const { properties, additionalProperties } = schema
  const named = isJsonObject(properties) ? getOwn(properties, head) : undefined
  if (named !== undefined) return hasPlace(named, rest)
  const isOpenObject = schema.type === 'object' && additionalProperties === undefined
  return hasPlace(isOpenObject ? true : additionalProperties, rest)
}
