import type { JsonObject, JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { EngineCall, TaskFeature } from '@/lib/catalog/taskFeature'
import { samplePayload } from '@/lib/schema/samplePayload'

/**
 * A payload that a schema accepts and that asks for a task feature in such a way that a call is made (any call where none is given). Undefined where the
 * schema has no such payload, or none was found.
 */
export function askingPayload(schema: JsonObject, feature: TaskFeature, call?: EngineCall): JsonValue | undefined {
  const { path, when } = feature.requestedBy
  if (path === undefined) return samplePayload(schema, { size: 'minimal' })
  const asked = [when, call?.when].filter((condition) => condition !== undefined)
  const demand = demandAt(pointerSegments(path), asked.length === 0 ? {} : { allOf: asked })
  return samplePayload(
    { ...schema, allOf: [...(Array.isArray(schema.allOf) ? schema.allOf : []), demand] },
    { size: 'typical' },
  )
}

/** A schema under which the place is there, once at least, with a value that satisfies `schema`. */
function demandAt([head, ...rest]: string[], schema: JsonObject): JsonObject {
  if (head === undefined) return schema
  const inner = demandAt(rest, schema)
  if (head !== '*') return { type: 'object', required: [head], properties: { [head]: inner } }
  return { minItems: 1, items: inner, minProperties: 1, additionalProperties: inner }
}
