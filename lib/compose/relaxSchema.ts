import { isJsonObject, type JsonObject, type JsonValue } from '../base/json'
import type { SchemaOrBoolean } from '../schema/schemaOrBoolean'

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

function relaxAt(schema: SchemaOrBoolean, place: (string | number)[]): SchemaOrBoolean {
  const [head, ...rest] = place
  if (head === undefined) return true
  if (typeof schema === 'boolean') return schema
  const { oneOf, ...result }: JsonObject = schema
  const branches = Array.isArray(oneOf) ? [...(Array.isArray(result.anyOf) ? [] : oneOf)] : result.anyOf
  if (Array.isArray(branches)) result.anyOf = branches.map((branch) => relaxMember(branch, place))
  if (Array.isArray(result.allOf)) result.allOf = result.allOf.map((member) => relaxMember(member, place))
  if (typeof head === 'number') {
    if (result.items !== undefined) result.items = relaxMember(result.items, rest)
    return result
  }
  const properties = isJsonObject(result.properties) ? result.properties : undefined
  if (properties && Object.hasOwn(properties, head)) {
    result.properties = { ...properties, [head]: relaxMember(properties[head] as JsonValue, rest) }
  } else if (isJsonObject(result.additionalProperties)) {
    result.properties = { ...properties, [head]: relaxMember(result.additionalProperties, rest) }
  }
  return result
}

function relaxMember(schema: JsonValue, place: (string | number)[]): JsonValue {
  return typeof schema === 'boolean' || isJsonObject(schema) ? relaxAt(schema, place) : schema
}
