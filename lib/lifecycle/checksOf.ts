import type { JsonValue } from '@/lib/base/json'
import { satisfiesScope } from '@/lib/base/satisfiesScope'
import { durationSeconds } from '@/lib/catalog/durationSeconds'
import type { EngineEntry } from '@/lib/catalog/entry'
import { memberProduct } from '@/lib/catalog/memberProduct'
import { neverOf } from '@/lib/catalog/neverOf'
import { scopeAlternatives } from '@/lib/catalog/scopeAlternatives'
import type { MissingOutcome, Stage, TaskFeature } from '@/lib/catalog/taskFeature'
import { fillPlaceholders, placeholders } from '@/lib/compose/fillPlaceholders'
import type { Component } from '@/lib/compose/resolvedDesign'
import { findViolations } from '@/lib/schema/findViolations'
import { type ConfiguredLimits, configuredLimits } from './configuredLimits'
import { findRequests, placedRequests, type Request } from './findRequests'
import { isOfForm } from './isOfForm'
import { placesAt, readPattern, toPointer } from './placesAt'
import { repeatedKey } from './repeatedKey'
import { taskRule } from './taskRule'
import type { CheckEvent, CheckOutcome, TracedTask } from './trace'

/** What a component finds wrong with a task, or cannot tell, when it first sees it. */
export type Objection = Pick<CheckEvent, 'id' | 'outcome' | 'asked' | 'place' | 'reason'> & { stage?: Stage }

const NEVER: Record<MissingOutcome, CheckOutcome> = {
  'malformed-payload': 'refused',
  ignored: 'dropped',
  fatal: 'fatal',
}

/** What a component objects to in a task, whatever the engine can do: what it never does, scopes, and limits of its configuration. */
export function checksOf(component: Component, task: TracedTask, engine: EngineEntry): Objection[] {
  const { entry } = component
  const features = (entry.taskFeatures ?? [])
    .filter((feature) => feature.never !== undefined || feature.scopes !== undefined)
    .flatMap((feature) =>
      findRequests(feature, component, task.payload, engine).flatMap((request) => [
        ...neverDone(feature, request, component),
        ...missingScopes(feature, request, component, task.scopes),
      ]),
    )
  const { limits, checks } = configuredLimits(component)
  const broken = limits
    .filter(({ form }) => isOfForm(task.payload, form, engine))
    .flatMap((limit) => brokenLimit(limit, task.payload))
  // A limit and a check may say the same of one place.
  const told = new Set(broken.map(({ outcome, place }) => `${outcome} ${place}`))
  const more = checks
    .filter(({ check }) => isOfForm(task.payload, check.form, engine))
    .flatMap((check) => brokenCheck(check, task))
  return [...features, ...broken, ...more.filter(({ outcome, place }) => !told.has(`${outcome} ${place}`))]
}

/** What a component that is built in, but not enabled, objects to: whatever a task asks of it. */
export function absentObjections(component: Component, task: TracedTask, engine: EngineEntry): Objection[] {
  const { entry, label } = component
  const ignored = entry.kind === 'plugin' && entry.whenDisabled === 'ignored'
  return (entry.taskFeatures ?? [])
    .filter(({ requestedBy: { path, form } }) => path !== undefined || form !== undefined)
    .flatMap((feature) => {
      const never = neverOf(feature, component.context, label)
      // What is dropped on the way never reaches the plugin.
      const onTheWay = never?.outcome === 'ignored' ? never.reason : undefined
      return placedRequests(feature, task.payload, engine).map(
        ({ asked, segments = [] }): Objection => ({
          id: `${entry.name}/${feature.name}`,
          outcome: ignored || onTheWay !== undefined ? 'dropped' : 'refused',
          asked,
          place: toPointer(segments),
          reason: onTheWay ?? `${label} is not enabled`,
        }),
      )
    })
}

function neverDone(feature: TaskFeature, { asked, segments = [] }: Request, component: Component): Objection[] {
  const never = neverOf(feature, component.context, component.label)
  if (never === undefined) return []
  const place = toPointer(segments)
  return [
    {
      id: `${component.entry.name}/${feature.name}`,
      outcome: NEVER[never.outcome],
      asked,
      place,
      reason: never.reason,
    },
  ]
}

function missingScopes(feature: TaskFeature, request: Request, component: Component, held?: string[]): Objection[] {
  const { asked, segments = [], value = null } = request
  if (feature.scopesWhen !== undefined && findViolations(feature.scopesWhen, value).length > 0) return []
  return (feature.scopes ?? []).flatMap((template): Objection[] => {
    const { provisionerId, workerType } = component.context
    const known = placeholders(value, segments.at(-1) ?? '')
    const scopes = scopeAlternatives(template).map((one) =>
      fillPlaceholders(fillPlaceholders(one, { provisionerId, workerType }), known),
    )
    if (held !== undefined && scopes.some((scope) => satisfiesScope(held, scope))) return []
    const scope = scopes.join(' or ')
    const base = { id: `${component.entry.name}/${feature.name}/scope`, asked, place: toPointer(segments) }
    // Roles are known to the auth service alone.
    return held === undefined || held.some((one) => one.startsWith('assume:'))
      ? [{ ...base, outcome: 'unknown', reason: `needs the scope ${scope}; whether the task has it is not known` }]
      : [{ ...base, outcome: 'refused', reason: `lacks the scope ${scope}` }]
  })
}

function brokenLimit({ id, outcome, overlay, reason }: ConfiguredLimits['limits'][number], payload: JsonValue) {
  const places = new Set(findViolations(overlay, payload).map(({ path }) => path))
  return [...places].map((place): Objection => ({ id, outcome, asked: 'explicitly', place, reason }))
}

function brokenCheck({ id, check, most, reason }: ConfiguredLimits['checks'][number], task: TracedTask): Objection[] {
  const { payload: condition } = check
  if (condition !== undefined && findViolations(condition, task.payload).length > 0) return []
  const places = placesAt(task.payload, readPattern(check.at)).filter(
    ({ value }) => check.when === undefined || findViolations(check.when, value).length === 0,
  )
  const { rule } = check
  const against =
    rule.kind === 'uniqueKey'
      ? repeatedKey(places, rule.key)
      : places.filter(({ segments, value }) => {
          if (rule.kind !== 'maximumProduct' && rule.kind !== 'maximumDuration') {
            return taskRule(rule, value, segments.at(-1) ?? '', task.facts ?? {}) === 'broken'
          }
          const amount = rule.kind === 'maximumProduct' ? memberProduct(value, rule.members) : durationSeconds(value)
          return (amount ?? 0) > most
        })
  const outcome = check.severity === 'error' ? (check.outcome ?? 'refused') : 'warned'
  return against.map(({ segments }) => ({
    id,
    outcome,
    asked: 'explicitly',
    place: toPointer(segments),
    reason,
    ...(check.stage === undefined ? {} : { stage: check.stage }),
  }))
}
