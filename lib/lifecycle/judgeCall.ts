import type { JsonValue } from '@/lib/base/json'
import type { ArgumentLimit, EngineEntry } from '@/lib/catalog/entry/entry'
import type { MissingOutcome } from '@/lib/catalog/entry/taskFeature'
import { holds } from '@/lib/catalog/template/evaluate'
import type { Component } from '@/lib/compose/resolve/resolvedDesign'
import { findViolations } from '@/lib/schema/validate/findViolations'
import type { PlannedCall } from './callsOf'
import type { CallOutcome } from './trace'

/**
 * What the engine makes of a call, after the calls that the same task has made before. `whenMissing` is what the caller makes of an engine that lacks the
 * feature.
 */
export function judgeCall(
  call: PlannedCall,
  earlier: EarlierArguments,
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
    const reason = refusal(limit, value, earlier.get(keyOf(call.engineFeature, name)) ?? new Set())
    if (reason !== undefined) return { outcome: 'refused-argument', reason }
  }
  return feature.caveat === undefined ? { outcome: 'done' } : { outcome: 'done', reason: clause(feature.caveat) }
}

/** What an engine makes of a call. */
interface Judgement {
  outcome: CallOutcome
  reason?: string
}

const LACKING: Record<MissingOutcome, CallOutcome> = {
  'malformed-payload': 'not-supported-malformed',
  ignored: 'not-supported-ignored',
  fatal: 'not-supported-fatal',
}

/** Texts that the calls of a task have given as arguments, by engine feature and argument. */
export type EarlierArguments = Map<string, Set<string>>

/** Adds the arguments of a call that was made. */
export function rememberCall({ engineFeature, arguments: given }: PlannedCall, earlier: EarlierArguments): void {
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string') continue
    const key = keyOf(engineFeature, name)
    const texts = earlier.get(key)
    if (texts === undefined) earlier.set(key, new Set([value]))
    else texts.add(value)
  }
}

function keyOf(engineFeature: string, argument: string): string {
  return `${engineFeature} ${argument}`
}

function refusal(limit: ArgumentLimit, value: JsonValue, others: ReadonlySet<string>): string | undefined {
  const shown = JSON.stringify(value)
  if (limit.schema && findViolations(limit.schema, value).length > 0) return `${shown}: ${clause(limit.reason)}`
  if (limit.distinct === undefined || typeof value !== 'string') return undefined
  if (others.has(value)) return `${shown} is used twice`
  if (limit.distinct === 'exact') return undefined
  for (const other of others) {
    if (other.startsWith(value) || value.startsWith(other)) return `${shown} overlaps with another one`
  }
  return undefined
}

/** A sentence of the catalog as a clause: it can stand behind a colon or before a comma. */
export function clause(sentence: string): string {
  return sentence.trim().replace(/\.$/, '')
}
