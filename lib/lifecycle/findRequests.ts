import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { EngineEntry } from '@/lib/catalog/entry/entry'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { holds } from '@/lib/catalog/template/evaluate'
import type { Component } from '@/lib/compose/resolve/resolvedDesign'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { EVERY, type Pattern, placesAt, readPattern } from './placesAt'
import type { Asked } from './trace'

/** One place of a payload that asks for a task feature, or every task's asking for it. */
export interface Request {
  asked: Asked
  /** the pattern that was looked at; empty where every task asks */
  pattern: Pattern
  /** the place that asks; undefined where none does and every task asks */
  segments?: string[]
  /** the value that asks; undefined where its absence does */
  value?: JsonValue
}

/** Every place of a payload that asks for a task feature, in the order of the payload; or every task's asking. */
export function findRequests(
  feature: TaskFeature,
  component: Component,
  payload: JsonValue,
  engine: EngineEntry,
): Request[] {
  const { path, always } = feature.requestedBy
  const placed = placedRequests(feature, payload, engine)
  if (placed.length > 0 || always === undefined || !holds(always, component.context, component.label)) return placed
  return [
    path === undefined
      ? { asked: 'always', pattern: [], segments: [], value: payload }
      : { asked: 'always', pattern: readPattern(path) },
  ]
}

/** Every place of a payload that asks for a task feature, whoever offers it. */
export function placedRequests({ requestedBy }: TaskFeature, payload: JsonValue, engine: EngineEntry): Request[] {
  const { path, when, byDefault, form } = requestedBy
  if (!isOfForm(payload, form, engine)) return []
  if (path === undefined) {
    return form === undefined ? [] : [{ asked: 'explicitly', pattern: [], segments: [], value: payload }]
  }
  const pattern = readPattern(path)
  const values = placesAt(payload, pattern).filter(
    ({ value }) => when === undefined || findViolations(when, value).length === 0,
  )
  const explicit = values.map((place): Request => ({ asked: 'explicitly', pattern, ...place }))
  const name = pattern.at(-1)
  if (byDefault === undefined || byDefault === false || name === undefined || name === EVERY) return explicit
  if (byDefault === 'anywhere') return [...explicit, ...absentAnywhere(payload, pattern)]
  const absent = placesAt(payload, pattern.slice(0, -1))
    .filter(({ value }) => isJsonObject(value) && !Object.hasOwn(value, name))
    .map(({ segments }): Request => {
      const asked = segments.length > 0 ? 'by-omission' : 'by-default'
      return { asked, pattern, segments: [...segments, name] }
    })
  return [...explicit, ...absent]
}

/** The request of a payload that does not say anything at a place, nor perhaps at those that lead to it. */
function absentAnywhere(payload: JsonValue, pattern: Pattern): Request[] {
  if (placesAt(payload, pattern).length > 0) return []
  const segments = pattern.filter((segment): segment is string => segment !== EVERY)
  return [{ asked: 'by-default', pattern, segments }]
}

/** Whether a payload is meant to be of a form; every payload is of no particular one. */
export function isOfForm(payload: JsonValue, form: string | undefined, { payloadForms = {} }: EngineEntry): boolean {
  if (form === undefined) return true
  const when = Object.hasOwn(payloadForms, form) ? payloadForms[form]?.when : undefined
  return when !== undefined && findViolations(when, payload).length === 0
}
