import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Narrow, SchemaOrBoolean } from '@/lib/schema/document/mapSubschemas'
import { narrowProperties } from './narrowProperties'

/** Adds one keyword of an overlay to a schema; `false` when nothing can satisfy both. */
export function narrowKeyword(
  schema: JsonObject,
  keyword: string,
  value: JsonValue,
  narrow: Narrow,
): JsonObject | false {
  const present = schema[keyword]
  if (TEXT.has(keyword)) return present === undefined ? { ...schema, [keyword]: value } : schema
  if (UPPER.has(keyword) && typeof value === 'number') {
    return { ...schema, [keyword]: typeof present === 'number' ? Math.min(present, value) : value }
  }
  if (LOWER.has(keyword) && typeof value === 'number') {
    return { ...schema, [keyword]: typeof present === 'number' ? Math.max(present, value) : value }
  }
  if (keyword === 'not' && isJsonObject(value)) return narrowNot(schema, value, narrow)
  if (keyword === 'properties' && isJsonObject(value)) return narrowProperties(schema, value, narrow)
  if (keyword === 'type') return narrowType(schema, value)
  if (keyword === 'required' && Array.isArray(value)) return narrowRequired(schema, value)
  if (keyword === 'enum' && Array.isArray(value)) return narrowEnum(schema, value)
  if (keyword === 'const') return narrowConst(schema, value)
  if (keyword === 'allOf' && Array.isArray(value)) return value.reduce(conjoin, schema)
  if (present === undefined) return { ...schema, [keyword]: value }
  if (present !== undefined && equalJson(present, value)) return schema
  if ((keyword === 'items' || keyword === 'propertyNames') && isSchema(present) && isSchema(value)) {
    return { ...schema, [keyword]: narrow(present, value) }
  }
  if (keyword === 'additionalProperties' && isSchema(present) && isSchema(value)) {
    return { ...schema, additionalProperties: narrow(present, value) }
  }
  return conjoin(schema, { [keyword]: value })
}

/** Appends a member to a schema's `allOf`, unless it is there already. */
export function conjoin(schema: JsonObject, member: JsonValue): JsonObject {
  const members = Array.isArray(schema.allOf) ? schema.allOf : []
  return members.some((present) => equalJson(present, member)) ? schema : { ...schema, allOf: [...members, member] }
}

/**
 * Takes away what `refused` describes, in the plainest words: drops enum values, turns a boolean into the other constant, drops a
 * property; `not` is what remains for the rest. `false` when nothing is left.
 */
function narrowNot(schema: JsonObject, refused: JsonObject, narrow: Narrow): JsonObject | false {
  const keys = Object.keys(refused)
  if (keys.length === 1 && 'const' in refused) return withoutValues(schema, [refused.const as JsonValue])
  if (keys.length === 1 && Array.isArray(refused.enum)) return withoutValues(schema, refused.enum)
  const { type, ...rest } = refused
  const asked = singleRequired(rest)
  const properties = isJsonObject(schema.properties) ? schema.properties : {}
  // `required` says nothing of values that are no objects, so one of the two has to keep those apart.
  if (asked !== undefined && Object.hasOwn(properties, asked) && (type ?? schema.type) === 'object') {
    const of = isJsonObject(rest.properties) ? rest.properties[asked] : undefined
    const restKeys = Object.keys(rest).length
    if (restKeys === 1) return asObject(narrow(schema, { properties: { [asked]: false } }))
    if (of !== undefined && restKeys === 2 && Object.keys(rest.properties ?? {}).length === 1) {
      return asObject(narrow(schema, { properties: { [asked]: { not: of } } }))
    }
  }
  if (isJsonObject(schema.not) && equalJson(schema.not, refused)) return schema
  return schema.not === undefined ? { ...schema, not: refused } : conjoin(schema, { not: refused })
}

function withoutValues(schema: JsonObject, values: JsonValue[]): JsonObject | false {
  const refused = (item: JsonValue) => values.some((value) => equalJson(item, value))
  if (schema.const !== undefined) return refused(schema.const) ? false : schema
  if (Array.isArray(schema.enum)) {
    const left = schema.enum.filter((item) => !refused(item))
    return left.length === 0 ? false : { ...schema, enum: left }
  }
  if (schema.type === 'boolean') {
    const left = [false, true].filter((item) => !refused(item))
    const [only] = left
    if (only === undefined) return false
    return left.length === 1 ? { ...schema, const: only } : schema
  }
  const not: JsonObject = values.length === 1 ? { const: values[0] ?? null } : { enum: values }
  return schema.not === undefined ? { ...schema, not } : conjoin(schema, { not })
}

function singleRequired(schema: JsonObject): string | undefined {
  const required = schema.required
  return Array.isArray(required) && required.length === 1 && typeof required[0] === 'string' ? required[0] : undefined
}

function asObject(schema: boolean | JsonObject): JsonObject | false {
  return schema === true ? {} : schema
}

/** Intersects `type`; an integer is a number. `false` when no type is left. */
function narrowType(schema: JsonObject, value: JsonValue): JsonObject | false {
  if (schema.type === undefined) return { ...schema, type: value }
  const left = typeList(schema.type)
  const right = typeList(value)
  const both = new Set<string>()
  for (const a of left) {
    for (const b of right) {
      if (a === b) both.add(a)
      else if ((a === 'integer' && b === 'number') || (a === 'number' && b === 'integer')) both.add('integer')
    }
  }
  const types = [...both]
  if (types.length === 0) return false
  if (types.length === left.length && types.every((type) => left.includes(type))) return schema
  return { ...schema, type: types.length === 1 ? (types[0] ?? 'null') : types }
}

function typeList(type: JsonValue): string[] {
  return (Array.isArray(type) ? type : [type]).filter((item) => typeof item === 'string')
}

const UPPER = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'])
const LOWER = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'])
const TEXT = new Set(['title', 'description', '$comment', 'default', 'examples', '$schema', '$id'])

function isSchema(value: JsonValue | undefined): value is SchemaOrBoolean {
  return typeof value === 'boolean' || isJsonObject(value)
}

function narrowRequired(schema: JsonObject, names: JsonValue[]): JsonObject | false {
  const present = Array.isArray(schema.required) ? schema.required : []
  const required = [...present, ...names.filter((name) => !present.includes(name))]
  const gone = names.some(
    (name) =>
      typeof name === 'string' &&
      schema.additionalProperties === false &&
      schema.type === 'object' &&
      !(isJsonObject(schema.properties) && Object.hasOwn(schema.properties, name)) &&
      schema.patternProperties === undefined,
  )
  return gone ? false : { ...schema, required }
}

function narrowEnum(schema: JsonObject, values: JsonValue[]): JsonObject | false {
  const present = Array.isArray(schema.enum) ? schema.enum : undefined
  const left = present ? present.filter((item) => values.some((other) => equalJson(item, other))) : values
  return left.length === 0 ? false : { ...schema, enum: left }
}

function narrowConst(schema: JsonObject, value: JsonValue): JsonObject | false {
  if (Array.isArray(schema.enum) && !schema.enum.some((item) => equalJson(item, value))) return false
  if (schema.const !== undefined && !equalJson(schema.const, value)) return false
  const { enum: _, ...rest } = schema
  return { ...rest, const: value }
}
