import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { holds } from '@/lib/catalog/template/evaluate'
import { renderTemplate } from '@/lib/catalog/template/renderTemplate'
import type { ComposedCheck } from '@/lib/compose/composition'
import { absentFeature, featureSupport, supportQuestion } from '@/lib/compose/narrow/featureSupport'
import { isClosed } from '@/lib/compose/narrow/formSupport'
import type { Component, ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'

/**
 * What tasks ask for and run without, one check a task feature or limit. A strict design has the Queue refuse such tasks, so there is nothing left to
 * say. What a task gets by default it does not miss.
 */
export function droppedChecks(resolved: ResolvedDesign): ComposedCheck[] {
  if (resolved.design.strict) return []
  const present: Component[] = [resolved.engine, ...resolved.plugins, resolved.worker]
  return [...present, ...resolved.absent].flatMap((component) => [
    ...droppedFeatures(component, resolved),
    ...(present.includes(component) ? droppedLimits(component, resolved) : []),
  ])
}

function droppedFeatures(component: Component, resolved: ResolvedDesign): ComposedCheck[] {
  const isAbsent = resolved.absent.some((other) => other === component)
  const question = supportQuestion(component, resolved)
  const dropped = (component.entry.taskFeatures ?? [])
    .filter(({ requestedBy: { path, form } }) => path !== undefined || form !== undefined)
    .map((feature) => ({
      feature,
      support: isAbsent ? absentFeature(feature, component) : featureSupport(feature, question),
    }))
    .filter(({ feature, support }) => support.verdict === 'dropped' && !isClosed(feature.requestedBy.form, resolved))
  return dropped
    .filter(({ feature }) => !dropped.some(({ feature: other }) => isAround(other, feature)))
    .flatMap(({ feature, support: { reason } }) => {
      const { path = '', when, form } = feature.requestedBy
      const condition = formCondition(form, resolved)
      const base = {
        id: `${component.entry.name}/${feature.name}/dropped`,
        component: component.label,
        message: `${feature.title}: the task runs without it, since ${reason}.`,
        severity: 'warning' as const,
        ...(condition === undefined ? {} : { payload: [condition] }),
        kind: 'dropped' as const,
      }
      return [{ ...base, at: path, ...(when === undefined ? {} : { when }) }, ...whereLeftOut(feature, base)]
    })
}

/** Whoever writes an object and leaves out what is on by default asks for it. */
function whereLeftOut<Base>({ requestedBy: { path = '', byDefault } }: TaskFeature, base: Base) {
  const segments = path.split('/')
  const name = pointerSegments(path).at(-1)
  if (byDefault !== true || name === undefined || segments.length < 3) return []
  return [{ ...base, at: segments.slice(0, -1).join('/'), when: { type: 'object', not: { required: [name] } } }]
}

/** Whether whatever asks for the one asks for the other too, whose place is around its own: then that says enough. */
function isAround({ requestedBy: outer }: TaskFeature, { requestedBy: inner }: TaskFeature): boolean {
  if (outer.path === undefined || outer.when !== undefined || outer.form !== inner.form) return false
  return inner.path?.startsWith(`${outer.path}/`) ?? false
}

function droppedLimits({ entry, context, label }: Component, resolved: ResolvedDesign): ComposedCheck[] {
  return (entry.limits ?? []).flatMap((limit): ComposedCheck[] => {
    const place = `${label}: limits.${limit.id}`
    if (limit.kind !== 'dropped' || isClosed(limit.form, resolved) || !holds(limit.if, context, place)) return []
    const overlay = renderTemplate(limit.overlay, context, `${place}.overlay`)
    if (!isJsonObject(overlay)) return []
    const condition = formCondition(limit.form, resolved)
    const reason = String(renderTemplate(limit.reason, context, `${place}.reason`)).trim()
    return [
      {
        id: `${entry.name}/${limit.id}/dropped`,
        component: label,
        message: `${limit.title}: ${reason}.`,
        severity: 'warning',
        at: '',
        ...(condition === undefined ? {} : { payload: [condition] }),
        kind: 'overlay',
        overlay,
      },
    ]
  })
}

/** What a payload of a form satisfies; one of a form that the engine does not have is never there. */
export function formCondition(form: string | undefined, { engine }: ResolvedDesign): JsonObject | undefined {
  return form === undefined ? undefined : (engine.entry.payloadForms?.[form]?.when ?? { not: {} })
}
