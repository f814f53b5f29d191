import { isJsonObject, type JsonObject } from '../base/json'
import { asSchema, type Narrow } from './schemaOrBoolean'

/** Intersects `properties`; `false` when an object must have a property that has nothing left. */
export function narrowProperties(schema: JsonObject, overlay: JsonObject, narrow: Narrow): JsonObject | false {
  const closed = schema.additionalProperties === false
  const required = Array.isArray(schema.required) ? schema.required : []
  const properties = isJsonObject(schema.properties) ? { ...schema.properties } : {}
  for (const [name, wanted] of Object.entries(overlay)) {
    if (!Object.hasOwn(properties, name)) {
      if (closed) continue
      properties[name] = narrow(asSchema(schema.additionalProperties), asSchema(wanted))
      continue
    }
    const left = narrow(asSchema(properties[name]), asSchema(wanted))
    if (left === false && required.includes(name) && schema.type === 'object') return false
    if (left === false && closed && !required.includes(name) && !matchesPattern(schema, name)) delete properties[name]
    else properties[name] = left
  }
  if (Object.keys(properties).length > 0) return { ...schema, properties }
  const { properties: _, ...rest } = schema
  return rest
}

function matchesPattern(schema: JsonObject, name: string): boolean {
  if (!isJsonObject(schema.patternProperties)) return false
  // Keeping the `false` is right for any pattern; only the usual case of none is tidied away.
  return Object.keys(schema.patternProperties).some((pattern) => pattern !== `^${name}$`)
}
