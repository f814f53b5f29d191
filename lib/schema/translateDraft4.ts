import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer, pointerSegments } from '@/lib/base/path'
import { draft4View } from './draft4/draft4View'
import { translateFormat } from './draft4/translateFormat'
import { translateNumbers } from './draft4/translateNumbers'
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
