import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { asSchema, type Narrow, type SchemaOrBoolean } from '@/lib/schema/document/mapSubschemas'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { emptyList, emptyMap, tolerancePattern } from './tolerateEmptyAt'

/**
 * Intersects `properties`, whether the schema lets a name in by `properties`, by a pattern or by `additionalProperties`. `false` when an object must have
 * a property that has nothing left.
 */
export function narrowProperties(schema: JsonObject, overlay: JsonObject, narrow: Narrow): JsonObject | false {
  const closed = schema.additionalProperties === false
  const required = Array.isArray(schema.required) && schema.type === 'object' ? schema.required : []
  const properties = isJsonObject(schema.properties) ? { ...schema.properties } : {}
  let patterns = isJsonObject(schema.patternProperties) ? schema.patternProperties : {}
  for (const [name, member] of Object.entries(overlay)) {
    const wanted = asSchema(member)
    const named = Object.hasOwn(properties, name)
    const matching = Object.keys(patterns).filter((pattern) => compilePattern(pattern).test(name))
    if (!named && closed && matching.length === 0) continue
    const tolerated = toleratedValue(patterns, name)
    if (!named && closed && matching.length === 1 && tolerated !== undefined) {
      // it stays below its pattern, out of `properties`, which are what a task may use
      if (!accepts(wanted, tolerated)) patterns = without(patterns, tolerancePattern(name))
      continue
    }
    const before = named ? asSchema(properties[name]) : letIn(schema, patterns, matching, narrow)
    const left = narrow(before, wanted)
    if (left === false && required.includes(name)) return false
    if (left === false && closed && matching.length === 0) delete properties[name]
    else if (named || matching.length === 0 || !equalJson(left, before)) properties[name] = left
  }
  return withMembers(schema, properties, patterns)
}

/** What a name that is no property of its own has to fit: all patterns that match it, else what is said of additional ones. */
function letIn(schema: JsonObject, patterns: JsonObject, matching: string[], narrow: Narrow): SchemaOrBoolean {
  if (matching.length === 0) return asSchema(schema.additionalProperties)
  return matching.map((pattern) => asSchema(patterns[pattern])).reduce<SchemaOrBoolean>(narrow, true)
}

/** An empty list or map that `tolerateEmptyAt` has let pass is that one value. */
function toleratedValue(patterns: JsonObject, name: string): JsonValue | undefined {
  const tolerated = patterns[tolerancePattern(name)]
  if (tolerated === undefined) return undefined
  return equalJson(tolerated, emptyList) ? [] : equalJson(tolerated, emptyMap) ? {} : undefined
}

function accepts(schema: SchemaOrBoolean, value: JsonValue): boolean {
  return typeof schema === 'boolean' ? schema : findViolations(schema, value).length === 0
}

function without(members: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([other]) => other !== name))
}

function withMembers(schema: JsonObject, properties: JsonObject, patterns: JsonObject): JsonObject {
  const { properties: _, patternProperties: __, ...rest } = schema
  return {
    ...rest,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(Object.keys(patterns).length > 0 ? { patternProperties: patterns } : {}),
  }
}
