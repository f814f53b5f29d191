import { isJsonObject, type JsonValue } from '../base/json'
import type { TaskFeature } from '../catalog/entry'
import { holds } from '../catalog/holds'
import type { Component } from '../compose/resolvedDesign'
import { findViolations } from '../schema/findViolations'
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

/** Every place of a payload that asks for a task feature, in the order of the payload. */
export function findRequests(feature: TaskFeature, component: Component, payload: JsonValue): Request[] {
  const { path, when, byDefault, always } = feature.requestedBy
  const pattern = path === undefined ? undefined : readPattern(path)
  const placed = pattern === undefined ? [] : placedRequests(payload, pattern, when, byDefault === true)
  if (placed.length > 0 || always === undefined || !holds(always, component.context, component.label)) return placed
  return [
    pattern === undefined
      ? { asked: 'always', pattern: [], segments: [], value: payload }
      : { asked: 'always', pattern },
  ]
}

function placedRequests(
  payload: JsonValue,
  pattern: Pattern,
  when: TaskFeature['requestedBy']['when'],
  byDefault: boolean,
): Request[] {
  const values = placesAt(payload, pattern).filter(
    ({ value }) => when === undefined || findViolations(when, value).length === 0,
  )
  const explicit = values.map((place): Request => ({ asked: 'explicitly', pattern, ...place }))
  const name = pattern.at(-1)
  if (!byDefault || name === undefined || name === EVERY) return explicit
  const absent = placesAt(payload, pattern.slice(0, -1))
    .filter(({ value }) => isJsonObject(value) && !Object.hasOwn(value, name))
    .map(({ segments }): Request => {
      const asked = segments.length > 0 ? 'by-omission' : 'by-default'
      return { asked, pattern, segments: [...segments, name] }
    })
  return [...explicit, ...absent]
}
