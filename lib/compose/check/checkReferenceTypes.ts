import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { placePath } from '@/lib/compose/design/places'
import { findReferences, type PlacedReference, referenceKeys } from '@/lib/compose/design/references'

const ENV_TYPES: Record<string, JsonType> = { string: 'string', number: 'number', bool: 'boolean', list: 'array' }

/** How to write a reference to the environment that gives a type. */
const ENV_TYPE_FOR: [JsonType, string][] = [
  ['integer', 'number'],
  ['number', 'number'],
  ['boolean', 'bool'],
  ['array', 'list'],
  ['object', 'json'],
]

const WORDS: Record<JsonType, string> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'text',
}

/**
 * References that give a value of a type which the schema never takes at their place, whatever the environment holds: `{$env: NAME}` is text, unless it says
 * otherwise (facts, section 2). `place` is that of the value.
 */
export function checkReferenceTypes(schema: JsonObject, value: JsonValue, place: (string | number)[]): Problem[] {
  return findReferences(value).flatMap((found) => {
    const type = typeOf(found)
    const wanted = typesAt(schema, found.place)
    if (type === undefined || wanted.size === 0 || fits(type, wanted)) return []
    const names = [...wanted].filter((name) => name !== 'integer' || !wanted.has('number'))
    return [
      {
        code: 'config-invalid',
        severity: 'error',
        message: `This reference gives ${WORDS[type]} where ${names.map((name) => WORDS[name]).join(' or ')} is needed.`,
        path: placePath([...place, ...found.place]),
        help: found.key === '$env' ? helpFor(wanted) : 'Write the value itself, or use another reference.',
      },
    ]
  })
}

/** What a reference gives, where its form tells. Of one with two keys the order of the transforms decides, so it is left alone. */
function typeOf({ reference, key }: PlacedReference): JsonType | undefined {
  if (referenceKeys(reference).length > 1) return undefined
  if (key === '$abs' || key === '$packet') return 'string'
  if (key === '$hostcredentials') return 'object'
  if (key !== '$env') return undefined
  const { type = 'string' } = reference
  return typeof type === 'string' && Object.hasOwn(ENV_TYPES, type) ? ENV_TYPES[type] : undefined
}

function fits(type: JsonType, wanted: Set<JsonType>): boolean {
  return wanted.has(type) || (type === 'number' && wanted.has('integer'))
}

function helpFor(wanted: Set<JsonType>): string {
  const type = wanted.has('string') ? undefined : ENV_TYPE_FOR.find(([name]) => wanted.has(name))?.[1]
  return type === undefined ? 'Leave the type of the reference out.' : `Write type: ${type} in the reference.`
}

/** A type that JSON Schema tells apart from others. */
const JSON_TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] as const
type JsonType = (typeof JSON_TYPES)[number]

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
