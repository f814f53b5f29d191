import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { escapePointer } from '@/lib/base/path'
import { holds } from '@/lib/catalog/template/evaluate'
import { renderTemplate } from '@/lib/catalog/template/renderTemplate'
import { demandUsable } from '@/lib/compose/resolve/demandUsable'
import type { Component, ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import type { Narrowing } from './applyNarrowings'
import { isClosed } from './formSupport'

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

/** The places that an overlay narrows, as pointer patterns: its deepest `properties` and `items`. */
export function overlayPaths(overlay: JsonObject, prefix = ''): string[] {
  const paths: string[] = []
  if (isJsonObject(overlay.properties)) {
    for (const [name, inner] of Object.entries(overlay.properties)) {
      const path = `${prefix}/${escapePointer(name)}`
      paths.push(...(isJsonObject(inner) ? overlayPaths(inner, path) : [path]))
    }
  }
  if (isJsonObject(overlay.items)) paths.push(...overlayPaths(overlay.items, `${prefix}/*`))
  const own = Object.keys(overlay).some((keyword) => keyword !== 'properties' && keyword !== 'items')
  return own || paths.length === 0 ? [prefix, ...paths] : paths
}
