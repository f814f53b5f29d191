import type { JsonValue } from '../base/json'
import type { ArgumentLimit, EngineEntry, MissingOutcome } from '../catalog/entry'
import { holds } from '../catalog/holds'
import type { Component } from '../compose/resolvedDesign'
import { findViolations } from '../schema/findViolations'
import type { PlannedCall } from './callsOf'
import { clause } from './clause'
import type { CallOutcome } from './trace'

/** What an engine makes of a call. */
export interface Judgement {
  outcome: CallOutcome
  reason?: string
}

const LACKING: Record<MissingOutcome, CallOutcome> = {
  'malformed-payload': 'not-supported-malformed',
  ignored: 'not-supported-ignored',
  fatal: 'not-supported-fatal',
}

/**
 * What the engine makes of a call, after the calls that the same task has made before. `whenMissing` is what the caller makes of an engine that lacks the
 * feature.
 */
export function judgeCall(
  call: PlannedCall,
  earlier: readonly PlannedCall[],
  engine: Component<EngineEntry>,
  whenMissing: MissingOutcome,
): Judgement {
  const { entry, context, label } = engine
  const feature = Object.hasOwn(entry.features, call.engineFeature) ? entry.features[call.engineFeature] : undefined
  if (!feature || !holds(feature.supported, context, `${label}: features.${call.engineFeature}`)) {
    const why = feature?.reason === undefined ? '' : `: ${feature.reason}`
    return { outcome: LACKING[whenMissing], reason: `${label} has no ${call.engineFeature}${why}` }
  }
  for (const [name, limit] of Object.entries(feature.arguments ?? {})) {
    const value = Object.hasOwn(call.arguments, name) ? call.arguments[name] : undefined
    if (value === undefined) continue
    const others = earlier
      .filter((other) => other.engineFeature === call.engineFeature && Object.hasOwn(other.arguments, name))
      .flatMap((other) => other.arguments[name] ?? [])
    const reason = refusal(limit, value, others)
    if (reason !== undefined) return { outcome: 'refused-argument', reason }
  }
  return feature.caveat === undefined ? { outcome: 'done' } : { outcome: 'done', reason: clause(feature.caveat) }
}

function refusal(limit: ArgumentLimit, value: JsonValue, others: JsonValue[]): string | undefined {
  const shown = JSON.stringify(value)
  if (limit.schema && findViolations(limit.schema, value).length > 0) return `${shown}: ${clause(limit.reason)}`
  if (limit.distinct === undefined || typeof value !== 'string') return undefined
  const meets = (other: JsonValue) => typeof other === 'string' && (other.startsWith(value) || value.startsWith(other))
  if (others.includes(value)) return `${shown} is used twice`
  return limit.distinct === 'nested' && others.some(meets) ? `${shown} overlaps with another one` : undefined
}
