import { equalJson } from '@/lib/base/equalJson'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { conjoin } from './conjoin'
import { narrowNot } from './narrowNot'
import { narrowProperties } from './narrowProperties'
import { narrowType } from './narrowType'
import type { Narrow, SchemaOrBoolean } from './schemaOrBoolean'

const UPPER = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'])
const LOWER = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'])
const TEXT = new Set(['title', 'description', '$comment', 'default', 'examples', '$schema', '$id'])

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
