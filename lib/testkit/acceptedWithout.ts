import type { JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { isFelt } from '@/lib/lifecycle/isFelt'
import type { EngineCallEvent } from '@/lib/lifecycle/trace'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { compilePayloadValidator } from '@/lib/schema/compilePayloadValidator'
import type { KitComposition } from './kitComposition'

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
      event.kind === 'engine-call' && event.outcome !== 'done' && isFelt(event, true),
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
