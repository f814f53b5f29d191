import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

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

/** A JSON Schema where `true` and `false` are allowed too. */
export type SchemaOrBoolean = boolean | JsonObject

/** The recursion that the functions for single keywords call back into. */
export type Narrow = (schema: SchemaOrBoolean, overlay: SchemaOrBoolean) => SchemaOrBoolean

/** Reads a schema position: a boolean or an object; anything else accepts everything, as validators have it. */
export function asSchema(value: JsonValue | undefined): SchemaOrBoolean {
  return typeof value === 'boolean' || isJsonObject(value) ? value : true
}

const PREFIX = '#/definitions/'
/** Deeper than this a reference stays: it may lead to itself. */
const DEEPEST = 6

/** A schema with its references to `definitions` written out, for people to read; those that lead deep down or nowhere stay as they are. */
export function inlineDefinitions(schema: JsonObject): JsonObject {
  const definitions = getOwn(schema, 'definitions')
  if (!isJsonObject(definitions)) return schema
  const inlined = inline(schema, definitions, 0)
  return isJsonObject(inlined) ? inlined : schema
}

function inline(value: JsonValue, definitions: JsonObject, depth: number): JsonValue {
  if (Array.isArray(value)) return value.map((item) => inline(item, definitions, depth))
  if (!isJsonObject(value)) return value
  const { $ref } = value
  if (typeof $ref === 'string' && $ref.startsWith(PREFIX) && depth < DEEPEST) {
    const definition = getOwn(definitions, $ref.slice(PREFIX.length))
    if (definition !== undefined) return inline(definition, definitions, depth + 1)
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inline(member, definitions, depth)]))
}
