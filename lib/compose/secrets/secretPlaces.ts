import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { isSecretMember, secretOffsets } from '@/lib/base/secretShapes'
import { isReference, type PlacedReference, referenceKey } from '@/lib/compose/design/references'

type Place = (string | number)[]

/**
 * The places of a configuration whose schema marks them `secret: true` and which hold a value, whichever `oneOf` branch says so, and those that hold a
 * secret by what one sees. An empty text is no secret: for the worker it means "none".
 */
export function secretPlaces(schema: JsonValue | undefined, value: JsonValue, place: Place = []): Place[] {
  const all = visits(schema, value, place)
  const found = distinct(all.filter((visit) => visit.schema.secret === true && visit.value !== ''))
  const marked = found.map((visit) => visit.place)
  const known = new Set(all.map((visit) => JSON.stringify(visit.place)))
  const told = placesThatLookSecret(value, (at) => known.has(JSON.stringify(at)), place)
  return [...marked, ...told.filter((at) => !marked.some((outer) => outer.every((step, index) => step === at[index])))]
}

/** The references of a configuration that stand for a secret, or for something with a secret in it. */
export function secretReferences(schema: JsonValue | undefined, value: JsonValue): PlacedReference[] {
  return distinct(visits(schema, value, []).filter((visit) => mayHoldSecret(visit.schema))).flatMap((visit) => {
    const key = referenceKey(visit.value)
    if (key === undefined || !isJsonObject(visit.value)) return []
    return [{ place: visit.place, reference: visit.value, key }]
  })
}

/** A value and one of the schemas that speak of it. */
interface Visit {
  schema: JsonObject
  value: JsonValue
  place: Place
}

function visits(schema: JsonValue | undefined, value: JsonValue, place: Place): Visit[] {
  if (!isJsonObject(schema)) return []
  const branches = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []))
  const found = [{ schema, value, place }, ...branches.flatMap((branch) => visits(branch, value, place))]
  if (schema.secret === true || isReference(value)) return found
  if (Array.isArray(value)) {
    return [...found, ...value.flatMap((item, index) => visits(schema.items, item, [...place, index]))]
  }
  if (!isJsonObject(value)) return found
  const members = Object.entries(value).flatMap(([name, member]) =>
    memberSchemas(schema, name).flatMap((inner) => visits(inner, member, [...place, name])),
  )
  return [...found, ...members]
}

function memberSchemas(schema: JsonObject, name: string): JsonValue[] {
  if (isJsonObject(schema.properties) && Object.hasOwn(schema.properties, name))
    return [schema.properties[name] ?? true]
  // Which patterns match does not matter: a text too many is taken for a secret rather than one too few.
  const patterns = isJsonObject(schema.patternProperties) ? Object.values(schema.patternProperties) : []
  return [...patterns, schema.additionalProperties ?? true]
}

function mayHoldSecret(schema: JsonValue): boolean {
  if (Array.isArray(schema)) return schema.some(mayHoldSecret)
  return isJsonObject(schema) && (schema.secret === true || Object.values(schema).some(mayHoldSecret))
}

function distinct(found: Visit[]): Visit[] {
  return [...new Map(found.map((visit) => [JSON.stringify(visit.place), visit])).values()]
}

/**
 * The places of a configuration that hold a secret by what one sees: tokens and private keys of well-known shapes anywhere, and texts at names such as
 * `accessToken` where no schema says what they are.
 */
function placesThatLookSecret(value: JsonValue, isKnown: (place: Place) => boolean, place: Place = []): Place[] {
  if (typeof value === 'string') {
    const isSecret = isKnown(place)
      ? secretOffsets(value).length > 0
      : isSecretMember(String(place.at(-1) ?? ''), value)
    return isSecret ? [place] : []
  }
  if (Array.isArray(value))
    return value.flatMap((item, index) => placesThatLookSecret(item, isKnown, [...place, index]))
  if (!isJsonObject(value) || isReference(value)) return []
  return Object.entries<JsonValue>(value).flatMap(([name, member]) =>
    placesThatLookSecret(member, isKnown, [...place, name]),
  )
}
