import { isJsonObject, type JsonValue } from '@/lib/base/json'

/** A type that JSON Schema tells apart from others. */
const JSON_TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] as const
export type JsonType = (typeof JSON_TYPES)[number]

/**
 * The types that a schema has at a place of a value, given as keys and indexes: what all parts demand together, and any of the branches of a choice
 * allows. A place that the schema says nothing of takes all; so does one behind a `$ref`.
 */
export function typesAt(schema: JsonValue | undefined, place: (string | number)[]): Set<JsonType> {
  if (!isJsonObject(schema) || '$ref' in schema) return new Set(schema === false ? [] : JSON_TYPES)
  const [head, ...rest] = place
  const own =
    head === undefined ? [ownTypes(schema.type)] : members(schema, head).map((member) => typesAt(member, rest))
  const all = branches(schema.allOf).map((branch) => typesAt(branch, place))
  const choices = [schema.oneOf, schema.anyOf]
    .filter(Array.isArray)
    .map((choice) => new Set(branches(choice).flatMap((branch) => [...typesAt(branch, place)])))
  const parts = [...own, ...all, ...choices]
  return new Set(JSON_TYPES.filter((type) => parts.every((part) => part.has(type))))
}

function ownTypes(type: JsonValue | undefined): Set<JsonType> {
  if (type === undefined) return new Set(JSON_TYPES)
  const listed = Array.isArray(type) ? type : [type]
  const types = JSON_TYPES.filter((name) => listed.includes(name))
  return new Set(types.includes('number') ? [...types, 'integer'] : types)
}

function members(schema: { [keyword: string]: JsonValue }, head: string | number): (JsonValue | undefined)[] {
  if (typeof head === 'number') return Array.isArray(schema.items) ? [schema.items[head] ?? true] : [schema.items]
  if (isJsonObject(schema.properties) && Object.hasOwn(schema.properties, head)) return [schema.properties[head]]
  // Which patterns match is not looked at; an unknown member is refused elsewhere.
  return isJsonObject(schema.additionalProperties) && schema.patternProperties === undefined
    ? [schema.additionalProperties]
    : []
}

function branches(list: JsonValue | undefined): JsonValue[] {
  return Array.isArray(list) ? list : []
}
