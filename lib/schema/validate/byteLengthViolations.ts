import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer } from '@/lib/base/path'
import { type PreparedSchema, prepareSchema, targetName } from '@/lib/schema/document/prepareSchema'
import { readSchemaDocument } from '@/lib/schema/document/schemaDocument'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import { codePointLength } from '@/lib/schema/values'
import { count } from '@/lib/schema/words'
import { collectFindings } from './explain/collectFindings'
import { sortViolations } from './explain/explainViolations'
import type { SchemaViolation } from './explain/finding'

const cache = new WeakMap<JsonObject, PreparedSchema>()

/**
 * Strings that a schema lets pass and a worker does not, because JSON Schema counts code points and taskcluster-worker bytes of UTF-8: each
 * place where `maxLength` is broken in bytes alone. (`minLength` cannot be: a text never has fewer bytes than code points.) The
 * schema is one that `checkSchema` lets pass. `except` names top-level properties that the worker counts in code points too.
 */
export function byteLengthViolations(
  schema: JsonObject,
  payload: JsonValue,
  except: ReadonlySet<string> = new Set(),
): SchemaViolation[] {
  const prepared = cache.get(schema) ?? prepareSchema(readSchemaDocument(schema).nodes)
  cache.set(schema, prepared)
  const counted = isJsonObject(payload)
    ? Object.fromEntries(Object.entries(payload).filter(([name]) => !except.has(name)))
    : payload
  return sortViolations(walk(prepared, prepared.root, counted, { path: '', schemaPath: '#' }))
}

interface Place {
  path: string
  schemaPath: string
}

function walk(prepared: PreparedSchema, schema: JsonValue, value: JsonValue, at: Place): SchemaViolation[] {
  if (!isJsonObject(schema)) return []
  const below = (part: JsonValue, member: JsonValue, steps: (string | number)[], memberName?: string | number) =>
    walk(prepared, part, member, {
      path: memberName === undefined ? at.path : at.path + pointer([memberName]),
      schemaPath: at.schemaPath + pointer(steps),
    })
  const target = prepared.targets.get(targetName(schema) ?? '')
  return [
    ...(target === undefined ? [] : walk(prepared, target.schema, value, { ...at, schemaPath: `#${target.pointer}` })),
    ...ownViolations(schema, value, at),
    ...branches(prepared, schema, value).flatMap(({ part, steps }) => below(part, value, steps)),
    ...members(schema, value).flatMap(({ part, member, steps, name }) => below(part, member, steps, name)),
  ]
}

function ownViolations({ maxLength }: JsonObject, value: JsonValue, at: Place): SchemaViolation[] {
  if (typeof value !== 'string' || typeof maxLength !== 'number') return []
  const bytes = new TextEncoder().encode(value).length
  if (bytes <= maxLength || codePointLength(value) > maxLength) return []
  return [
    {
      path: at.path,
      message: `must have at most ${count(maxLength, 'byte')} in UTF-8, has ${bytes} in ${count(codePointLength(value), 'character')}`,
      keyword: 'maxLength',
      schemaPath: `${at.schemaPath}/maxLength`,
    },
  ]
}

/** The parts of a schema that look at the same value, less the alternatives that it does not fit. */
function branches(prepared: PreparedSchema, schema: JsonObject, value: JsonValue) {
  const parts: { part: JsonValue; steps: (string | number)[] }[] = []
  const fits = (part: JsonValue) => collectFindings(prepared, value, part).length === 0
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const list = schema[keyword]
    if (!Array.isArray(list)) continue
    for (const [i, part] of list.entries()) {
      if (keyword === 'allOf' || fits(part)) parts.push({ part, steps: [keyword, i] })
    }
  }
  if (schema.if !== undefined) {
    const keyword = fits(schema.if) ? 'then' : 'else'
    const part = schema[keyword]
    if (part !== undefined) parts.push({ part, steps: [keyword] })
  }
  const dependencies = isJsonObject(schema.dependencies) ? Object.entries(schema.dependencies) : []
  for (const [name, part] of dependencies) {
    if (isJsonObject(value) && Object.hasOwn(value, name) && isJsonObject(part)) {
      parts.push({ part, steps: ['dependencies', name] })
    }
  }
  return parts
}

interface Member {
  part: JsonValue
  member: JsonValue
  steps: (string | number)[]
  name: string | number
}

/** Items, members and property names of a value, with the schemas for them. */
function members(schema: JsonObject, value: JsonValue): Member[] {
  if (Array.isArray(value)) {
    const { items } = schema
    return value.flatMap((member, name): Member[] => {
      const own = Array.isArray(items) ? items[name] : items
      if (own !== undefined)
        return [{ part: own, member, steps: Array.isArray(items) ? ['items', name] : ['items'], name }]
      if (items === undefined || schema.additionalItems === undefined) return []
      return [{ part: schema.additionalItems, member, steps: ['additionalItems'], name }]
    })
  }
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => memberSchemas(schema, name, member))
}

function memberSchemas(schema: JsonObject, name: string, member: JsonValue): Member[] {
  const { properties, patternProperties, additionalProperties, propertyNames } = schema
  const found: Member[] = []
  const own = isJsonObject(properties) ? getOwn(properties, name) : undefined
  if (own !== undefined) found.push({ part: own, member, steps: ['properties', name], name })
  for (const [pattern, part] of isJsonObject(patternProperties) ? Object.entries(patternProperties) : []) {
    if (compilePattern(pattern).test(name)) found.push({ part, member, steps: ['patternProperties', pattern], name })
  }
  if (found.length === 0 && additionalProperties !== undefined) {
    found.push({ part: additionalProperties, member, steps: ['additionalProperties'], name })
  }
  if (propertyNames !== undefined) found.push({ part: propertyNames, member: name, steps: ['propertyNames'], name })
  return found
}

function pointer(steps: (string | number)[]): string {
  return steps.map((step) => `/${escapePointer(String(step))}`).join('')
}
