import { equalJson } from '../base/equalJson'
import { isJsonObject, type JsonObject, type JsonValue } from '../base/json'
import { pointerSegments } from '../base/path'
import type { Problem } from '../base/problem'
import type { ArgumentLimit, CallArgument, TaskFeature } from '../catalog/entry'
import { findViolations } from '../schema/findViolations'
import { overlayAt } from '../schema/forbidRequest'
import type { Narrowing } from './applyNarrowings'
import { featureSupport } from './featureSupport'
import { placePath } from './placePath'
import type { Component, ResolvedDesign } from './resolvedDesign'

interface LimitedArgument {
  feature: TaskFeature
  engineFeature: string
  name: string
  source: CallArgument
  limit: ArgumentLimit & { schema: JsonObject }
}

/**
 * What the engine takes as arguments narrows the payload where they come from it (names of environment variables, mount points), and
 * is checked here where they come from the configuration: a refused one there would fail every task.
 */
export function argumentNarrowings(
  component: Component,
  resolved: ResolvedDesign,
): { narrowings: Narrowing[]; problems: Problem[] } {
  const all = (component.entry.taskFeatures ?? []).flatMap((feature) => limitedArguments(feature, resolved))
  const problems = all.flatMap((argument) => checkConfigured(argument, component, resolved))
  const narrowings = all.flatMap((argument) => {
    const overlay = overlayOf(argument, all)
    if (overlay === undefined) return []
    return [
      {
        overlay,
        outcome: argument.feature.whenMissing ?? 'malformed-payload',
        restriction: {
          id: `${component.entry.name}/${argument.feature.name}/${argument.engineFeature}.${argument.name}`,
          component: component.label,
          title: argument.feature.title,
          engine: resolved.engine.entry.name,
          missing: [],
          kind: 'refused' as const,
          paths: [payloadPlace(argument.source) ?? ''],
          reason: argument.limit.reason.trim(),
        },
      },
    ]
  })
  return { narrowings, problems }
}

function limitedArguments(feature: TaskFeature, resolved: ResolvedDesign): LimitedArgument[] {
  const { entry, context } = resolved.engine
  const { verdict } = featureSupport(feature, entry, context)
  if (verdict !== 'supported' && verdict !== 'limited') return []
  return (feature.calls ?? []).flatMap((call) =>
    Object.entries(call.arguments ?? {}).flatMap(([name, sources]) => {
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
    }),
  )
}

function payloadPlace(source: CallArgument): string | undefined {
  if ('valueAt' in source) return source.valueAt
  return 'keysOf' in source ? source.keysOf : undefined
}

function overlayOf(argument: LimitedArgument, all: LimitedArgument[]): JsonObject | undefined {
  const place = payloadPlace(argument.source)
  if (place === undefined) return undefined
  const segments = pointerSegments(place)
  if ('keysOf' in argument.source) return overlayAt(segments, { propertyNames: argument.limit.schema })
  const { when, path } = argument.feature.requestedBy
  if (when === undefined || path === undefined || appliesToAll(argument, all)) {
    return overlayAt(segments, argument.limit.schema)
  }
  const at = pointerSegments(path)
  const rest = segments.slice(at.length)
  return overlayAt(at, { anyOf: [{ not: when }, overlayAt(rest, argument.limit.schema)] })
}

/** Whether all requests that lead to this place have the same limit, so that it needs no condition. */
function appliesToAll(argument: LimitedArgument, all: LimitedArgument[]): boolean {
  const place = payloadPlace(argument.source)
  const same = all.filter((other) => payloadPlace(other.source) === place)
  return (
    same.every((other) => equalJson(other.limit.schema, argument.limit.schema)) &&
    (same.some((other) => other.feature.requestedBy.when === undefined) ||
      new Set(same.map((other) => other.feature.name)).size > 1)
  )
}

function checkConfigured(argument: LimitedArgument, component: Component, resolved: ResolvedDesign): Problem[] {
  return configuredValues(argument.source, component)
    .filter(({ value }) => findViolations(argument.limit.schema, value).length > 0)
    .map(({ value, place }) => ({
      code: 'no-task-can-run',
      severity: 'error' as const,
      message: `Every task would fail: engine ${resolved.engine.entry.name} refuses ${JSON.stringify(value)}: ${argument.limit.reason.trim()}.`,
      path: placePath([...component.place, ...place]),
      component: component.label,
      help: 'Choose another name, or another engine.',
    }))
}

function configuredValues(source: CallArgument, component: Component): { value: JsonValue; place: string[] }[] {
  if ('constant' in source) return [{ value: source.constant, place: [] }]
  if (!('configKeysOf' in source)) return []
  const place = pointerSegments(source.configKeysOf)
  let value: JsonValue | undefined = component.config
  for (const segment of place) value = isJsonObject(value) ? value[segment] : undefined
  return isJsonObject(value) ? Object.keys(value).map((key) => ({ value: key, place: [...place, key] })) : []
}
