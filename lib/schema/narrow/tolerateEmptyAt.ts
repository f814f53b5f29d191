import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { findViolations } from '@/lib/schema/validate/findViolations'

/**
 * Applies `tolerateEmpty` to every property that an overlay has just narrowed, at any depth of `properties`.
 */
export function tolerateEmptyAt(schema: JsonObject, overlay: JsonObject): JsonObject {
  if (!isJsonObject(overlay.properties)) return schema
  let result = schema
  for (const [name, inner] of Object.entries(overlay.properties)) {
    const property = isJsonObject(result.properties) ? result.properties[name] : undefined
    if (!isJsonObject(property) || !isJsonObject(inner)) continue
    const tidied = tolerateEmptyAt(property, inner)
    if (tidied !== property) result = { ...result, properties: { ...asObject(result.properties), [name]: tidied } }
    result = tolerateEmpty(result, name)
  }
  return result
}

/**
 * A list or map that may only be empty asks for nothing: workers run `caches: []` on an engine without volumes. In closed objects
 * such a property leaves `properties`, the list of what a task may use, and stays tolerated through `patternProperties`.
 * Only the named properties are looked at. Returns the same object when there is nothing to do.
 */
function tolerateEmpty(schema: JsonObject, name: string): JsonObject {
  const properties = schema.properties
  if (!isJsonObject(properties) || !Object.hasOwn(properties, name)) return schema
  const property = properties[name]
  const required = Array.isArray(schema.required) && schema.required.includes(name)
  if (!isJsonObject(property) || schema.additionalProperties !== false || required) return schema
  const empty = emptyOnly(property)
  const patternProperties = asObject(schema.patternProperties)
  if (!empty || Object.hasOwn(patternProperties, tolerancePattern(name))) return schema
  const { [name]: _, ...left } = properties
  const { properties: __, ...rest } = schema
  return {
    ...rest,
    ...(Object.keys(left).length > 0 ? { properties: left } : {}),
    patternProperties: { ...patternProperties, [tolerancePattern(name)]: empty },
  }
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

function emptyOnly(property: JsonObject): JsonObject | undefined {
  if (property.type === 'array' && property.maxItems === 0 && takes(property, [])) return emptyList
  if (property.type === 'object' && property.maxProperties === 0 && takes(property, {})) return emptyMap
  return undefined
}

function takes(property: JsonObject, value: JsonValue): boolean {
  return findViolations(property, value).length === 0
}

/** What remains of a list or map that may only be empty. */
export const emptyList: JsonObject = { type: 'array', maxItems: 0 }
export const emptyMap: JsonObject = { type: 'object', maxProperties: 0 }

/** The pattern under which it stays tolerated: it matches this name alone. */
export function tolerancePattern(name: string): string {
  return `^${name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}$`
}
