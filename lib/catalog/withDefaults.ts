import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/** A configuration with the defaults of its schema filled in, objects in depth, lists and scalars as they are. Nothing is changed in place. */
export function withDefaults(schema: JsonValue, value: JsonValue): JsonValue {
  if (!isJsonObject(schema) || !isJsonObject(schema.properties) || !isJsonObject(value)) return value
  const filled: JsonObject = { ...value }
  for (const [name, property] of Object.entries(schema.properties)) {
    if (!isJsonObject(property)) continue
    const own = Object.hasOwn(value, name) ? value[name] : property.default
    if (own !== undefined) filled[name] = withDefaults(property, own)
  }
  return filled
}
