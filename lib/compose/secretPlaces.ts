import { isJsonObject, type JsonObject, type JsonValue } from '../base/json'

/**
 * The places of a configuration whose schema marks them `secret: true` and which hold a value, whichever `oneOf` branch says so. An empty text is no
 * secret: for the worker it means "none".
 */
export function secretPlaces(
  schema: JsonValue | undefined,
  value: JsonValue,
  place: (string | number)[] = [],
): (string | number)[][] {
  if (!isJsonObject(schema)) return []
  if (schema.secret === true) return value === '' ? [] : [place]
  const branches = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []))
  const found = branches.flatMap((branch) => secretPlaces(branch, value, place))
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      found.push(...secretPlaces(schema.items, item, [...place, index]))
    })
  } else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      found.push(...secretPlaces(memberSchema(schema, name), member, [...place, name]))
    }
  }
  const seen = new Set<string>()
  return found.filter((item) => !seen.has(JSON.stringify(item)) && seen.add(JSON.stringify(item)))
}

function memberSchema(schema: JsonObject, name: string): JsonValue | undefined {
  if (isJsonObject(schema.properties) && Object.hasOwn(schema.properties, name)) return schema.properties[name]
  return schema.additionalProperties
}
