import type { JsonObject } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { holds } from '@/lib/catalog/template/evaluate'
import { placePath } from '@/lib/compose/design/places'
import type { Component, ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import { hasPlace } from '@/lib/schema/document/hasPlace'
import { forbidRequest } from '@/lib/schema/narrow/forbidRequest'
import type { Narrowing } from './applyNarrowings'
import { absentFeature, type FeatureSupport, featureSupport, supportQuestion } from './featureSupport'
import { isClosed, payloadForms } from './formSupport'

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
  const absent = resolved.absent.some((other) => other === component)
  for (const feature of component.entry.taskFeatures ?? []) {
    const support = absent
      ? absentFeature(feature, component)
      : featureSupport(feature, supportQuestion(component, resolved))
    if (support.verdict === 'supported' || support.verdict === 'limited') continue
    const { form, path } = feature.requestedBy
    // whoever closes the form as a whole says why
    if (path !== undefined && isClosed(form, resolved)) continue
    const refused = support.verdict !== 'dropped'
    const { requestedBy } = feature
    const always =
      !absent && requestedBy.always !== undefined && holds(requestedBy.always, component.context, component.label)
    if (always) result.problems.push(everyTask(component, feature, support, refused))
    if (always && refused) continue
    if (path === undefined && form === undefined) continue
    const place = { ...requestedBy, path: path ?? '' }
    const implicit =
      requestedBy.byDefault === 'anywhere' ||
      (requestedBy.byDefault === true && pointerSegments(place.path).length === 1)
    if (implicit && !refused) result.problems.push(byDefault(component, feature, support))
    if (!refused && !resolved.design.strict) {
      if (!implicit && !always && isOffered(place.path, form, base, resolved))
        result.problems.push(getsLess(component, feature, support))
      continue
    }
    result.narrowings.push({
      ...(form === undefined ? {} : { form }),
      overlay: feature.otherwise ?? (path === undefined ? false : forbidRequest(place, refused)),
      outcome: support.verdict === 'dropped' ? 'ignored' : support.verdict === 'fatal' ? 'fatal' : 'malformed-payload',
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

/** Whether a payload has the place at all: configuration may have taken it away. */
function isOffered(path: string, form: string | undefined, base: JsonObject, { engine }: ResolvedDesign): boolean {
  const forms = payloadForms(base, engine.entry.payloadForms)
  return forms.some(
    ({ name, schema }) => (form === undefined || name === form) && hasPlace(schema, pointerSegments(path)),
  )
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
      help:
        support.missing.length > 0
          ? `Leave out ${component.label} or choose an engine that has ${support.missing.join(', ')}.`
          : `Change the configuration of ${component.label}.`,
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
