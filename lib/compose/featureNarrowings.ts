import { isJsonObject, type JsonObject } from '../base/json'
import { pointerSegments } from '../base/path'
import type { Problem } from '../base/problem'
import type { TaskFeature } from '../catalog/entry'
import { holds } from '../catalog/holds'
import { forbidRequest } from '../schema/forbidRequest'
import type { Narrowing } from './applyNarrowings'
import { type FeatureSupport, featureSupport } from './featureSupport'
import { placePath } from './placePath'
import type { Component, ResolvedDesign } from './resolvedDesign'

/** What the lack of engine features means for a design: overlays, and problems that no overlay can mend. */
export interface FeatureNarrowings {
  narrowings: Narrowing[]
  problems: Problem[]
}

/**
 * Step 4 of composing, for one component: what a task asks for explicitly and the worker would refuse is forbidden; what it would silently
 * drop is forbidden in a strict design and a warning in others. What every task asks for is an error where the worker refuses it, a warning where it
 * drops it. `base` is the payload schema before any narrowing.
 */
export function featureNarrowings(component: Component, resolved: ResolvedDesign, base: JsonObject): FeatureNarrowings {
  const result: FeatureNarrowings = { narrowings: [], problems: [] }
  for (const feature of component.entry.taskFeatures ?? []) {
    const support = featureSupport(feature, resolved.engine.entry, resolved.engine.context)
    if (support.verdict === 'supported' || support.verdict === 'limited') continue
    const refused = support.verdict !== 'dropped'
    const { requestedBy } = feature
    const always = requestedBy.always !== undefined && holds(requestedBy.always, component.context, component.label)
    if (always) result.problems.push(everyTask(component, feature, support, refused))
    if (always && refused) continue
    if (requestedBy.path === undefined) continue
    const place = { ...requestedBy, path: requestedBy.path }
    const implicit = requestedBy.byDefault === true && pointerSegments(place.path).length === 1
    if (implicit && !refused) result.problems.push(byDefault(component, feature, support))
    if (!refused && !resolved.design.strict) {
      if (!implicit && !always && isOffered(place.path, base))
        result.problems.push(getsLess(component, feature, support))
      continue
    }
    result.narrowings.push({
      overlay: feature.otherwise ?? forbidRequest(place, refused),
      outcome: feature.never?.outcome ?? feature.whenMissing ?? 'malformed-payload',
      restriction: {
        id: `${component.entry.name}/${feature.name}`,
        component: component.label,
        title: feature.title,
        engine: resolved.engine.entry.name,
        missing: support.missing,
        kind: refused ? 'refused' : 'dropped',
        paths: [place.path],
        reason: support.reason,
      },
    })
  }
  return result
}

/** Whether a payload has the property at all: configuration may have taken it away. */
function isOffered(path: string, { properties }: JsonObject): boolean {
  const [name] = pointerSegments(path)
  return name === undefined || (isJsonObject(properties) && Object.hasOwn(properties, name))
}

function everyTask(component: Component, feature: TaskFeature, support: FeatureSupport, refused: boolean): Problem {
  const path = placePath(component.place)
  if (refused) {
    return {
      code: 'no-task-can-run',
      severity: 'error',
      message: `Every task would fail, because ${component.label} always needs this (${feature.title}): ${support.reason}.`,
      path,
      component: component.label,
      help: `Leave out ${component.label} or choose an engine that has ${support.missing.join(', ')}.`,
    }
  }
  return {
    code: 'feature-has-no-effect',
    severity: 'warning',
    message: `${feature.title} has no effect here: ${support.reason}.`,
    path,
    component: component.label,
    help: `Leave out ${component.label}, or choose another engine.`,
  }
}

function byDefault(component: Component, feature: TaskFeature, support: FeatureSupport): Problem {
  return {
    code: 'default-has-no-effect',
    severity: 'warning',
    message: `${feature.title} is on by default, but tasks run without it: ${support.reason}.`,
    path: placePath(component.place),
    component: component.label,
    help: `Leave out ${component.label}, or choose another engine.`,
  }
}

function getsLess(component: Component, feature: TaskFeature, support: FeatureSupport): Problem {
  return {
    code: 'tasks-get-less',
    severity: 'warning',
    message: `${feature.title}: a task that asks for it runs without it, since ${support.reason}.`,
    path: placePath(component.place),
    component: component.label,
    help: 'Set strict: true to have such tasks refused when they are created.',
  }
}
