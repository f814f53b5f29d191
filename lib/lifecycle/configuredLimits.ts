import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { durationText } from '@/lib/catalog/durationText'
import type { Check, EngineEntry, PluginEntry, WorkerEntry } from '@/lib/catalog/entry'
import { evaluate } from '@/lib/catalog/evaluate'
import { holds } from '@/lib/catalog/holds'
import { renderTemplate } from '@/lib/catalog/renderTemplate'
import { fillPlaceholders } from '@/lib/compose/fillPlaceholders'
import type { Component } from '@/lib/compose/resolvedDesign'
import { clause } from './clause'

/** What a component's configuration makes of its entry's limits and checks. */
export interface ConfiguredLimits {
  limits: { id: string; outcome: 'refused' | 'dropped'; form?: string; overlay: JsonObject; reason: string }[]
  checks: { id: string; check: Check; most: number; reason: string }[]
}

const cache = new WeakMap<Component, ConfiguredLimits>()

/** The limits that a component puts on tasks by its configuration. Kept with the component. */
export function configuredLimits(component: Component<EngineEntry | PluginEntry | WorkerEntry>): ConfiguredLimits {
  const known = cache.get(component)
  if (known) return known
  const made = { limits: limitsOf(component), checks: checksOf(component) }
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

function checksOf({ context, entry, label }: Component): ConfiguredLimits['checks'] {
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
