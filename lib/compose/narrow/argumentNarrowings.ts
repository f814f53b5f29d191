import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer, pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import type { ArgumentLimit } from '@/lib/catalog/entry/entry'
import type { CallArgument, TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { holds } from '@/lib/catalog/template/evaluate'
import { placePath } from '@/lib/compose/design/places'
import { isReference } from '@/lib/compose/design/references'
import type { Component, ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import { forbidRequest, overlayAt } from '@/lib/schema/narrow/forbidRequest'
import { findViolations } from '@/lib/schema/validate/findViolations'
import type { Narrowing } from './applyNarrowings'
import { featureSupport, hasEngineFeature, supportQuestion } from './featureSupport'
import { isClosed } from './formSupport'

/**
 * What the engine takes as arguments narrows the payload where they come from it (names of environment variables, mount points). Where they come from
 * the catalog or the configuration, a refused one means that nothing can ask for the feature; every task would fail that always does.
 */
export function argumentNarrowings(
  component: Component,
  resolved: ResolvedDesign,
): { narrowings: Narrowing[]; problems: Problem[] } {
  const all = (component.entry.taskFeatures ?? []).flatMap((feature) => limitedArguments(feature, component, resolved))
  const problems: Problem[] = []
  const narrowings: Narrowing[] = []
  for (const argument of all) {
    const { feature, source } = argument
    if (isClosed(feature.requestedBy.form, resolved)) continue
    const always = holds(feature.requestedBy.always ?? false, component.context, component.label)
    const place = 'valueAt' in source ? source.valueAt : 'keysOf' in source ? source.keysOf : undefined
    if (place !== undefined) {
      narrowings.push(narrowing(argument, argumentOverlay(argument, place, all, always), place, component, resolved))
      continue
    }
    const refused = refusedValues(argument, component)
    if (always) problems.push(...refused.map((value) => everyTask(argument, value, component, resolved)))
    const { path } = feature.requestedBy
    if (always || path === undefined || refused.length === 0) continue
    const overlay = feature.otherwise ?? forbidRequest({ ...feature.requestedBy, path }, true)
    narrowings.push(narrowing(argument, overlay, path, component, resolved))
  }
  return { narrowings, problems }
}

function narrowing(
  { feature, engineFeature, name, limit }: LimitedArgument,
  overlay: Narrowing['overlay'],
  path: string,
  component: Component,
  resolved: ResolvedDesign,
): Narrowing {
  const { form } = feature.requestedBy
  return {
    ...(form === undefined ? {} : { form }),
    overlay,
    outcome: feature.whenMissing ?? 'malformed-payload',
    restriction: {
      id: `${component.entry.name}/${feature.name}/${engineFeature}.${name}`,
      component: component.label,
      title: feature.title,
      engine: resolved.engine.entry.name,
      missing: [],
      kind: 'refused',
      paths: [path],
      reason: limit.reason.trim(),
    },
  }
}

interface ConfiguredValue {
  value: JsonValue
  place: string[]
}

function everyTask(
  { limit }: LimitedArgument,
  { value, place }: ConfiguredValue,
  component: Component,
  resolved: ResolvedDesign,
): Problem {
  return {
    code: 'no-task-can-run',
    severity: 'error',
    message: `Every task would fail: engine ${resolved.engine.entry.name} refuses ${JSON.stringify(value)}: ${limit.reason.trim()}.`,
    path: placePath([...component.place, ...place]),
    component: component.label,
    help: 'Choose another name, or another engine.',
  }
}

function refusedValues({ source, limit }: LimitedArgument, component: Component): ConfiguredValue[] {
  return configuredValues(source, component).filter(({ value }) => findViolations(limit.schema, value).length > 0)
}

function configuredValues(source: LimitedArgument['source'], component: Component): ConfiguredValue[] {
  if ('constant' in source) return [{ value: source.constant, place: [] }]
  if (!('configKeysOf' in source)) return []
  const place = pointerSegments(source.configKeysOf)
  let value: JsonValue | undefined = component.config
  for (const segment of place) value = isJsonObject(value) && !isReference(value) ? value[segment] : undefined
  return isJsonObject(value) && !isReference(value)
    ? Object.keys(value).map((key) => ({ value: key, place: [...place, key] }))
    : []
}

/**
 * The overlay under which an argument that comes from a place of the payload is one that the engine takes, wherever the payload asks for the call. `all`
 * are the limited arguments of the same component, `always` says that every task asks.
 */
function argumentOverlay(
  argument: LimitedArgument,
  place: string,
  all: LimitedArgument[],
  always: boolean,
): JsonObject {
  const segments = pointerSegments(place)
  const limit = 'keysOf' in argument.source ? { propertyNames: argument.limit.schema } : argument.limit.schema
  const { path, when, byDefault } = argument.feature.requestedBy
  if (always || path === undefined || appliesToAll(argument, all)) return overlayAt(segments, limit)
  const asking = pointerSegments(path)
  const inside = asking.every((segment, index) => segments[index] === segment)
  if (inside && when === undefined) return overlayAt(segments, limit)
  // Only in a pattern that begins with the whole path is `*` the item that asks; elsewhere it is any.
  const shared = inside ? asking.length : sharedLength(asking, segments)
  const rest = asking.slice(shared).map((segment) => `/${escapePointer(segment)}`)
  const noRequest = forbidRequest(
    { path: rest.join(''), ...(when ? { when } : {}), ...(byDefault ? { byDefault } : {}) },
    true,
  )
  return overlayAt(asking.slice(0, shared), { anyOf: [noRequest, overlayAt(segments.slice(shared), limit)] })
}

function sharedLength(a: string[], b: string[]): number {
  const different = a.findIndex((segment, index) => segment === '*' || segment !== b[index])
  return different < 0 ? a.length : different
}

/** Whether all requests that lead to this place have the same limit, so that it needs no condition. */
function appliesToAll(argument: LimitedArgument, all: LimitedArgument[]): boolean {
  const placeOf = ({ source }: LimitedArgument) => ('valueAt' in source ? source.valueAt : undefined)
  const place = placeOf(argument)
  if (place === undefined) return false
  const same = all.filter((other) => placeOf(other) === place)
  return (
    same.every((other) => equalJson(other.limit.schema, argument.limit.schema)) &&
    new Set(same.map((other) => other.feature.name)).size > 1
  )
}

/** An argument of an engine call, one of the places where it comes from, and what the engine takes for it. */
interface LimitedArgument {
  feature: TaskFeature
  engineFeature: string
  name: string
  source: CallArgument
  limit: ArgumentLimit & { schema: JsonObject }
}

/**
 * The arguments of a task feature that the engine has a limit for. A feature of which something is missing is given up only as far as that goes: where the
 * lack is ignored, its other calls are made.
 */
function limitedArguments(feature: TaskFeature, component: Component, resolved: ResolvedDesign): LimitedArgument[] {
  const { entry, context } = resolved.engine
  const { verdict, missing } = featureSupport(feature, supportQuestion(component, resolved))
  const never = verdict === 'dropped' && missing.length === 0
  if (never || verdict === 'refused' || verdict === 'fatal') return []
  return (feature.calls ?? []).flatMap((call) => {
    if (!hasEngineFeature(call.feature, entry, context)) return []
    return Object.entries(call.arguments ?? {}).flatMap(([name, sources]) => {
      const limit = entry.features[call.feature]?.arguments?.[name]
      const schema = limit?.schema
      if (!limit || !schema) return []
      return sources.map((source) => ({
        feature,
        engineFeature: call.feature,
        name,
        source,
        limit: { ...limit, schema },
      }))
    })
  })
}
