import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { holds } from '@/lib/catalog/holds'
import { findViolations } from '@/lib/schema/findViolations'
import { forbidRequest } from '@/lib/schema/forbidRequest'
import type { Narrowing } from './applyNarrowings'
import { argumentOverlay } from './argumentOverlay'
import { isClosed } from './formSupport'
import { type LimitedArgument, limitedArguments } from './limitedArguments'
import { placePath } from './placePath'
import { isReference } from './references'
import type { Component, ResolvedDesign } from './resolvedDesign'

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
