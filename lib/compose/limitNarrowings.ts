import { isJsonObject } from '@/lib/base/json'
import { holds } from '@/lib/catalog/holds'
import { renderTemplate } from '@/lib/catalog/renderTemplate'
import type { Narrowing } from './applyNarrowings'
import { demandUsable } from './demandUsable'
import { isClosed } from './formSupport'
import { overlayPaths } from './overlayPaths'
import type { Component, ResolvedDesign } from './resolvedDesign'

/** Narrowings that follow from configuration alone, such as the longest run time. Those of kind `dropped` only in a strict design. */
export function limitNarrowings(component: Component, resolved: ResolvedDesign): Narrowing[] {
  const { context, entry, label } = component
  return (entry.limits ?? []).flatMap((limit) => {
    if (limit.kind === 'dropped' && !resolved.design.strict) return []
    if (!holds(limit.if, context, `${label}: limits.${limit.id}`)) return []
    const overlay = renderTemplate(limit.overlay, context, `${label}: limits.${limit.id}.overlay`)
    const closes = overlay === false && limit.form !== undefined
    if (!closes) demandUsable(component, resolved, overlay, 'overlay')
    if (!closes && (!isJsonObject(overlay) || isClosed(limit.form, resolved))) return []
    return [
      {
        ...(limit.form === undefined ? {} : { form: limit.form }),
        overlay: closes || !isJsonObject(overlay) ? (false as const) : overlay,
        outcome: limit.kind === 'dropped' ? ('ignored' as const) : ('malformed-payload' as const),
        restriction: {
          id: `${entry.name}/${limit.id}`,
          component: label,
          title: limit.title,
          engine: resolved.engine.entry.name,
          missing: [],
          kind: limit.kind,
          paths: isJsonObject(overlay) ? overlayPaths(overlay) : [''],
          reason: String(renderTemplate(limit.reason, context, `${label}: limits.${limit.id}.reason`)),
        },
      },
    ]
  })
}
