import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { describeViolations } from '@/lib/compose/design/describeViolations'
import { findReferences } from '@/lib/compose/design/references'
import { secretPlaces } from '@/lib/compose/secrets/secretPlaces'
import type { SchemaOrBoolean } from '@/lib/schema/document/mapSubschemas'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { checkReferenceTypes } from './checkReferenceTypes'

/** Checks a component's configuration against its schema; references stand for any value of the type that they
 * give. Problems (`config-invalid`) show no secrets. */
export function validateConfig(
  schema: JsonObject,
  value: JsonValue,
  place: (string | number)[],
  component: string,
): Problem[] {
  const references = findReferences(value).map((reference) => reference.place)
  const relaxed = relaxSchema(schema, references)
  const violations = typeof relaxed === 'boolean' ? [] : findViolations(relaxed, value)
  const problems = references.length > 0 ? checkReferenceTypes(schema, value, place) : []
  if (violations.length > 0) {
    const described = describeViolations(violations, value, place, secretPlaces(schema, value))
    return [...problems, ...described].map((problem) => ({ ...problem, component }))
  }
  return problems.map((problem) => ({ ...problem, component }))
}

const cache = new WeakMap<JsonObject, Map<string, SchemaOrBoolean>>()
const CACHE_LIMIT = 200

/**
 * A configuration's schema that accepts anything at the given places, because references stand there whose values only the worker will
 * know. `oneOf` on the way becomes `anyOf`: with a value open, more than one branch may hold. Relaxed schemas are kept, so that their compiled
 * validators are too.
 */
export function relaxSchema(schema: JsonObject, places: (string | number)[][]): SchemaOrBoolean {
  if (places.length === 0) return schema
  const key = JSON.stringify(places)
  const known = cache.get(schema) ?? new Map<string, SchemaOrBoolean>()
  cache.set(schema, known)
  const found = known.get(key)
  if (found !== undefined) return found
  const relaxed = places.reduce<SchemaOrBoolean>((result, place) => relaxAt(result, place), schema)
  if (known.size >= CACHE_LIMIT) known.clear()
  known.set(key, relaxed)
  return relaxed
}

/** Keywords that look at a value as a whole: what they say of it may change with what the reference stands for. */
const WHOLE = ['not', 'if', 'then', 'else', 'const', 'enum', 'contains', 'dependencies', 'uniqueItems']

function relaxAt(schema: SchemaOrBoolean, place: (string | number)[]): SchemaOrBoolean {
  const [head, ...rest] = place
  if (head === undefined) return true
  if (typeof schema === 'boolean') return schema
  if ('$ref' in schema) return true
  const { oneOf, ...result }: JsonObject = schema
  for (const keyword of WHOLE) delete result[keyword]
  const list = (branches: JsonValue | undefined) =>
    Array.isArray(branches) ? branches.map((branch) => relaxMember(branch, place)) : undefined
  const all = list(result.allOf) ?? []
  const [choice, other] = [list(oneOf), list(result.anyOf)].filter((branches) => branches !== undefined)
  if (choice !== undefined) result.anyOf = choice
  if (other !== undefined) all.push({ anyOf: other })
  if (all.length > 0) result.allOf = all
  return typeof head === 'number' ? relaxItem(result, head, rest) : relaxProperty(result, head, rest)
}

function relaxItem(schema: JsonObject, index: number, rest: (string | number)[]): JsonObject {
  const { items, additionalItems } = schema
  if (!Array.isArray(items)) return items === undefined ? schema : { ...schema, items: relaxMember(items, rest) }
  return {
    ...schema,
    items: items.map((item, i) => (i === index ? relaxMember(item, rest) : item)),
    ...(additionalItems === undefined ? {} : { additionalItems: relaxMember(additionalItems, rest) }),
  }
}

function relaxProperty(schema: JsonObject, name: string, rest: (string | number)[]): JsonObject {
  const { properties, patternProperties, additionalProperties } = schema
  const named = isJsonObject(properties) ? properties : {}
  const own = Object.hasOwn(named, name) ? named[name] : additionalProperties
  const patterns = isJsonObject(patternProperties) ? Object.entries(patternProperties) : []
  const relaxed = patterns.map(([pattern, member]) => [pattern, relaxMember(member, rest)])
  return {
    ...schema,
    ...(relaxed.length > 0 ? { patternProperties: Object.fromEntries(relaxed) } : {}),
    // A member that only a pattern takes must not be named.
    ...(isJsonObject(own)
      ? { properties: Object.fromEntries([...Object.entries(named), [name, relaxMember(own, rest)]]) }
      : {}),
  }
}

function relaxMember(schema: JsonValue, place: (string | number)[]): JsonValue {
  return typeof schema === 'boolean' || isJsonObject(schema) ? relaxAt(schema, place) : schema
}
