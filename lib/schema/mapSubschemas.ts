import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

const single = new Set([
  'additionalProperties',
  'additionalItems',
  'contains',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
])
const lists = new Set(['allOf', 'anyOf', 'oneOf'])
const maps = new Set(['properties', 'patternProperties', 'definitions', 'dependencies'])

/**
 * A copy of a schema (draft-04 to 07) in which each direct subschema is replaced by what `replace` gives for it. The segments are
 * the way from the schema to the subschema, e.g. `['properties', 'name']`. Malformed keywords are copied as they are.
 */
export function mapSubschemas(
  schema: JsonObject,
  replace: (subschema: JsonValue, segments: (string | number)[]) => JsonValue,
): JsonObject {
  const mapList = (keyword: string, list: JsonValue[]) => list.map((item, i) => replace(item, [keyword, i]))
  const entries = Object.entries(schema).map(([keyword, value]): [string, JsonValue] => {
    if (single.has(keyword)) return [keyword, replace(value, [keyword])]
    if (keyword === 'items')
      return [keyword, Array.isArray(value) ? mapList(keyword, value) : replace(value, [keyword])]
    if (lists.has(keyword) && Array.isArray(value)) return [keyword, mapList(keyword, value)]
    if (maps.has(keyword) && isJsonObject(value)) {
      const members = Object.entries(value).map(([name, member]): [string, JsonValue] => {
        const namesProperties = keyword === 'dependencies' && Array.isArray(member)
        return [name, namesProperties ? member : replace(member, [keyword, name])]
      })
      return [keyword, Object.fromEntries(members)]
    }
    return [keyword, value]
  })
  return Object.fromEntries(entries)
}
