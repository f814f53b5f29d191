import { equalJson } from '../base/equalJson'
import { isJsonObject, type JsonObject, type JsonValue } from '../base/json'
import { compilePattern } from './compilePattern'
import { findViolations } from './findViolations'
import { asSchema, type Narrow, type SchemaOrBoolean } from './schemaOrBoolean'
import { emptyList, emptyMap, tolerancePattern } from './tolerated'

/** Intersects `properties`; `false` when an object must have a property that has nothing left. */
export function narrowProperties(schema: JsonObject, overlay: JsonObject, narrow: Narrow): JsonObject | false {
  const closed = schema.additionalProperties === false
  const required = Array.isArray(schema.required) ? schema.required : []
  const properties = isJsonObject(schema.properties) ? { ...schema.properties } : {}
  let tolerated = schema.patternProperties
  for (const [name, wanted] of Object.entries(overlay)) {
    if (!Object.hasOwn(properties, name)) {
      if (closed) {
        tolerated = withoutRefused(tolerated, name, asSchema(wanted))
        continue
      }
      properties[name] = narrow(asSchema(schema.additionalProperties), asSchema(wanted))
      continue
    }
    const left = narrow(asSchema(properties[name]), asSchema(wanted))
    if (left === false && required.includes(name) && schema.type === 'object') return false
    if (left === false && closed && !required.includes(name) && !matchesPattern(schema, name)) delete properties[name]
    else properties[name] = left
  }
  const result: JsonObject = { ...schema, properties }
  if (Object.keys(properties).length === 0) delete result.properties
  if (tolerated === undefined) delete result.patternProperties
  else result.patternProperties = tolerated
  return result
}

/** An empty list or map that `tolerateEmptyAt` has let pass is that one value: it stays where the overlay takes it. */
function withoutRefused(patterns: JsonValue | undefined, name: string, wanted: SchemaOrBoolean): JsonValue | undefined {
  const pattern = tolerancePattern(name)
  if (!isJsonObject(patterns) || wanted === true) return patterns
  const tolerated = patterns[pattern] ?? true
  const value = equalJson(tolerated, emptyList) ? [] : equalJson(tolerated, emptyMap) ? {} : undefined
  if (value === undefined) return patterns
  if (wanted !== false && findViolations(wanted, value).length === 0) return patterns
  const left = Object.entries(patterns).filter(([other]) => other !== pattern)
  return left.length > 0 ? Object.fromEntries(left) : undefined
}

function matchesPattern(schema: JsonObject, name: string): boolean {
  if (!isJsonObject(schema.patternProperties)) return false
  // the pattern of a tolerated list stays, whatever becomes of the property
  return Object.keys(schema.patternProperties).some(
    (pattern) => pattern !== tolerancePattern(name) && compilePattern(pattern).test(name),
  )
}
