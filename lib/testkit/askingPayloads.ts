import type { JsonObject, JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import type { EngineCall, TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { isObservable } from '@/lib/lifecycle/stepEffect'
import type { EngineCallEvent } from '@/lib/lifecycle/trace'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { samplePayload } from '@/lib/schema/sample/samplePayload'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import type { KitComposition } from './kitComposition'

/** Payloads that ask for each task feature of an entry: once in any way, and once for each call that is made for it. */
export function askingPayloads(features: readonly TaskFeature[], { composition }: KitComposition): JsonValue[] {
  const schema = composition.unrestrictedSchema
  if (schema === undefined) return []
  const key = JSON.stringify([schema, features])
  const found = known.get(key)
  if (found !== undefined) return found
  const payloads = features
    .flatMap((feature) => [undefined, ...(feature.calls ?? [])].map((call) => askingPayload(schema, feature, call)))
    .filter((payload) => payload !== undefined)
  if (known.size >= mostKnown) known.clear()
  known.set(key, payloads)
  return payloads
}

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

const known = new Map<string, JsonValue[]>()
const mostKnown = 20

/**
 * A contradiction between the narrowed schema and the lifecycle: the schema accepts a payload, and the task would feel that the engine does not do
 * what is called for it. Undefined where the two agree.
 */
export function acceptedWithout({ composition, catalog }: KitComposition, payload: JsonValue): Problem | undefined {
  const { effectiveSchema, unrestrictedSchema } = composition
  if (effectiveSchema === undefined || unrestrictedSchema === undefined) return undefined
  if (!compilePayloadValidator(effectiveSchema).accepts(payload)) return undefined
  const { events, notReached } = traceTask(composition, catalog, { payload })
  const felt = [...events, ...notReached].find(
    (event): event is EngineCallEvent =>
      event.kind === 'engine-call' && event.outcome !== 'done' && isObservable(event, true),
  )
  if (felt === undefined) return undefined
  return {
    code: 'accepted-without-feature',
    severity: 'error',
    message: `The payload ${shorten(JSON.stringify(payload))} is accepted, although ${felt.component} calls ${felt.engineFeature} for it, which the engine does not do: ${felt.reason ?? felt.outcome}.`,
    path: 'taskFeatures',
    component: felt.component,
    help: 'See that otherwise (or requestedBy, from which it is derived) keeps such payloads out.',
  }
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text
}
