import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { CallArgument, EngineCall, Stage, TaskFeature } from '@/lib/catalog/entry/taskFeature'
import type { Component } from '@/lib/compose/resolve/resolvedDesign'
import { findViolations } from '@/lib/schema/validate/findViolations'
import type { Request } from './findRequests'
import { type Pattern, placesAt, readPattern } from './placesAt'

/** A call of an engine feature that a component means to make, with its arguments. */
export interface PlannedCall {
  stage: Stage
  engineFeature: string
  arguments: Record<string, JsonValue>
}

/** The engine calls that one request leads to, in order: one for each value of each argument. */
export function callsOf(feature: TaskFeature, request: Request, component: Component, payload: JsonValue) {
  return (feature.calls ?? [])
    .filter(({ when }) => when === undefined || request.value === undefined || accepts(when, request.value))
    .flatMap((call) => plan(call, request, component, payload))
}

function plan(call: EngineCall, request: Request, component: Component, payload: JsonValue): PlannedCall[] {
  let filled: Record<string, JsonValue>[] = [{}]
  for (const [name, sources] of Object.entries(call.arguments ?? {})) {
    const values = sources.flatMap((source) => valuesOf(source, request, component, payload))
    // A list of names may be empty, and then nothing is called; an absent value is an argument left out.
    if (values.length === 0 && sources.every((source) => 'valueAt' in source)) continue
    filled = filled.flatMap((some) => values.map((value) => ({ ...some, [name]: value })))
  }
  return filled.map((values) => ({ stage: call.stage, engineFeature: call.feature, arguments: values }))
}

function valuesOf(source: CallArgument, request: Request, component: Component, payload: JsonValue): JsonValue[] {
  if ('constant' in source) return [source.constant]
  if ('configKeysOf' in source) return keysAt(component.config, readPattern(source.configKeysOf))
  if ('keysOf' in source) return keysAt(payload, bind(readPattern(source.keysOf), request))
  return placesAt(payload, bind(readPattern(source.valueAt), request)).map(({ value }) => value)
}

function keysAt(document: JsonValue, pattern: Pattern): string[] {
  return placesAt(document, pattern).flatMap(({ value }) => (isJsonObject(value) ? Object.keys(value) : []))
}

/** A pattern that begins with the request's own speaks of the place that asks. */
function bind(pattern: Pattern, { pattern: own, segments }: Request): Pattern {
  if (segments === undefined || !own.every((segment, index) => pattern[index] === segment)) return pattern
  return [...segments, ...pattern.slice(own.length)]
}

function accepts(schema: NonNullable<EngineCall['when']>, value: JsonValue): boolean {
  return findViolations(schema, value).length === 0
}
