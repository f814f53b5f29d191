import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer, pointerSegments } from '@/lib/base/path'
import { translateFormat } from '@/lib/schema/formats/translateFormat'
import { mapSubschemas } from './mapSubschemas'
import { readSchemaDocument } from './schemaDocument'

/**
 * A draft-04 schema of the script engine as draft-06 of the same meaning. The schema is a document of its own there; `at` is the JSON
 * pointer at which the translated one will stand, and its references are moved below it. Expects what `checkDraft4Schema` lets pass.
 */
export function translateDraft4(schema: JsonObject, { at }: { at: string }): JsonObject {
  const { nodes } = readSchemaDocument(schema, draft4View)
  const kept = placesKept(schema)
  const moved = new Map<string, string>()
  const placeOf = (target: string): string => {
    if (kept.has(target)) return target
    const place = moved.get(target) ?? definitionPlace(schema, target, new Set(moved.values()))
    moved.set(target, place)
    return place
  }

  const translate = (value: JsonValue, pointer: string): JsonValue => {
    if (!isJsonObject(value)) return value
    const target = nodes.get(pointer)?.target
    if (target !== undefined) return { $ref: `#${encodePointer(at + placeOf(target))}` }
    const translated = mapSubschemas(draft4View(value), (subschema, steps) => {
      return translate(subschema, pointer + steps.map((step) => `/${escapePointer(String(step))}`).join(''))
    })
    return translateNumbers(translateFormat(translateBounds(translated)))
  }

  const root = translate(schema, '')
  // Schemas that stood beside the keywords, for references alone, find a place among the definitions. Translating one may move
  // further ones; a Map hands those out too while it is walked.
  const definitions: [string, JsonValue][] = []
  for (const [target, place] of moved) {
    definitions.push([pointerSegments(place).at(-1) ?? '', translate(nodes.get(target)?.schema ?? {}, target)])
  }
  if (!isJsonObject(root) || definitions.length === 0) return isJsonObject(root) ? root : {}
  const own = getOwn(root, 'definitions')
  return { ...root, definitions: { ...(isJsonObject(own) ? own : {}), ...Object.fromEntries(definitions) } }
}

/** `exclusiveMinimum` was a switch beside `minimum` and became a bound of its own. */
function translateBounds(schema: JsonObject): JsonObject {
  const { exclusiveMinimum, exclusiveMaximum, ...rest } = schema
  const { minimum, maximum } = rest
  if (exclusiveMinimum === true && typeof minimum === 'number') {
    delete rest.minimum
    rest.exclusiveMinimum = minimum
  }
  if (exclusiveMaximum === true && typeof maximum === 'number') {
    delete rest.maximum
    rest.exclusiveMaximum = maximum
  }
  return rest
}

/** The places of a document that the translation keeps. */
function placesKept(document: JsonObject): Set<string> {
  const places = new Set<string>()
  const visit = (schema: JsonValue, pointer: string): JsonValue => {
    places.add(pointer)
    if (!isJsonObject(schema)) return schema
    return mapSubschemas(draft4View(schema), (subschema, steps) => {
      return visit(subschema, pointer + steps.map((step) => `/${escapePointer(String(step))}`).join(''))
    })
  }
  visit(document, '')
  return places
}

/** Where a schema that would get lost finds its place: under its own name, unless that is another's. */
function definitionPlace(document: JsonObject, target: string, taken: ReadonlySet<string>): string {
  if (/^\/definitions\/[^/]+$/.test(target)) return target
  const declared = isJsonObject(document.definitions) ? document.definitions : {}
  let name = pointerSegments(target).at(-1) ?? ''
  while (Object.hasOwn(declared, name) || taken.has(`/definitions/${escapePointer(name)}`)) name = `_${name}`
  return `/definitions/${escapePointer(name)}`
}

/** A JSON pointer as the fragment of a URI. */
function encodePointer(pointer: string): string {
  return pointer.split('/').map(encodeURIComponent).join('/')
}

/** Edges of an integer of 64 bits, as doubles have them: the upper one is just outside. */
const lower = -(2 ** 63)
const upper = 2 ** 63

/**
 * The script engine's validator reads an integer into 64 bits, and divides as doubles do for `multipleOf`; `floatQuotient` says so to ours, and means nothing
 * to others.
 */
function translateNumbers(schema: JsonObject): JsonObject {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  const divided = typeof schema.multipleOf === 'number' ? { ...schema, floatQuotient: true } : schema
  if (!types.includes('integer') || types.includes('number')) return divided
  const { minimum, exclusiveMaximum, exclusiveMinimum, maximum } = divided
  const isBounded = (bound: unknown, within: (value: number) => boolean) => typeof bound === 'number' && within(bound)
  const hasLower = isBounded(minimum, (n) => n >= lower) || isBounded(exclusiveMinimum, (n) => n >= lower)
  const hasUpper = isBounded(maximum, (n) => n < upper) || isBounded(exclusiveMaximum, (n) => n <= upper)
  return {
    ...divided,
    ...(hasLower ? {} : { minimum: lower }),
    ...(hasUpper ? {} : { exclusiveMaximum: upper }),
  }
}

const known = new Set([
  ...['title', 'description', 'default', 'type', 'enum', 'format', 'pattern', 'minLength', 'maxLength', 'multipleOf'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['items', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems'],
  ...['properties', 'patternProperties', 'additionalProperties', 'required', 'dependencies'],
  ...['minProperties', 'maxProperties', 'allOf', 'anyOf', 'oneOf', 'not', 'definitions'],
])

/**
 * A schema as the script engine's validator sees it: keywords of later drafts mean nothing, `id` is not looked at, a reference
 * stands alone. An empty tuple or list of alternatives checks nothing there.
 */
export function draft4View(schema: JsonObject): JsonObject {
  const reference = getOwn(schema, '$ref')
  if (typeof reference === 'string') return { $ref: reference }
  const entries = Object.entries(schema).filter(([keyword, value]) => {
    if (!known.has(keyword)) return false
    if (keyword === 'additionalItems') return !isEmptyList(schema.items)
    return keyword === 'default' || !isEmptyList(value)
  })
  return Object.fromEntries(entries)
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
