import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { satisfiesScope } from '@/lib/base/satisfiesScope'
import type { Check } from '@/lib/catalog/entry/check'
import { durationSeconds, durationText } from '@/lib/catalog/entry/durations'
import type { EngineEntry, PluginEntry, WorkerEntry } from '@/lib/catalog/entry/entry'
import { type MissingOutcome, type Stage, scopeAlternatives, type TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { evaluate, holds, memberProduct, neverOf } from '@/lib/catalog/template/evaluate'
import { renderTemplate } from '@/lib/catalog/template/renderTemplate'
import { fillPlaceholders, placeholders } from '@/lib/compose/notices/requiredScopes'
import type { Component } from '@/lib/compose/resolve/resolvedDesign'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { findRequests, isOfForm, placedRequests, type Request } from './findRequests'
import { clause } from './judgeCall'
import { placesAt, readPattern, toPointer } from './placesAt'
import { repeatedKey, taskRule } from './taskRule'
import type { CheckEvent, CheckOutcome, TracedTask } from './trace'

/** What a component finds wrong with a task, or cannot tell, when it first sees it. */
type Objection = Pick<CheckEvent, 'id' | 'outcome' | 'asked' | 'place' | 'reason'> & { stage?: Stage }

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

/** What a component's configuration makes of its entry's limits and checks. */
interface ConfiguredLimits {
  limits: { id: string; outcome: 'refused' | 'dropped'; form?: string; overlay: JsonObject; reason: string }[]
  checks: { id: string; check: Check; most: number; reason: string }[]
}

const cache = new WeakMap<Component, ConfiguredLimits>()

/** The limits that a component puts on tasks by its configuration. Kept with the component. */
function configuredLimits(component: Component<EngineEntry | PluginEntry | WorkerEntry>): ConfiguredLimits {
  const known = cache.get(component)
  if (known) return known
  const made = { limits: limitsOf(component), checks: limitChecks(component) }
  cache.set(component, made)
  return made
}

function limitsOf({ context, entry, label }: Component): ConfiguredLimits['limits'] {
  return (entry.limits ?? []).flatMap((limit) => {
    const place = `${label}: limits.${limit.id}`
    if (!holds(limit.if, context, place)) return []
    const overlay = renderTemplate(limit.overlay, context, place)
    const closed = overlay === false ? { not: {} } : overlay
    if (!isJsonObject(closed)) return []
    const outcome = limit.kind === 'dropped' ? ('dropped' as const) : ('refused' as const)
    const reason = clause(String(renderTemplate(limit.reason, context, place)))
    const form = limit.form === undefined ? {} : { form: limit.form }
    return [{ id: `${entry.name}/${limit.id}`, outcome, ...form, overlay: closed, reason }]
  })
}

function limitChecks({ context, entry, label }: Component): ConfiguredLimits['checks'] {
  const applying = (entry.checks ?? []).filter((check) => holds(check.if, context, `${label}: checks.${check.id}`))
  return applying.map((check) => {
    const { rule } = check
    const expression =
      rule.kind === 'maximumDuration' ? rule.seconds : rule.kind === 'maximumProduct' ? rule.maximum : 'null'
    const value = evaluate(expression, context, `${label}: checks.${check.id}`)
    const most = typeof value === 'number' ? value : Number.POSITIVE_INFINITY
    const words = rule.kind === 'maximumProduct' ? String(most) : (durationText(most) ?? `${most} s`)
    const limit: JsonObject = Number.isFinite(most) ? { limit: words } : {}
    return { id: `${entry.name}/${check.id}`, check, most, reason: clause(fillPlaceholders(check.message, limit)) }
  })
}
