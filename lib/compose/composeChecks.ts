import type { JsonObject } from '../base/json'
import { durationText } from '../catalog/durationText'
import type { Check, TemplateContext } from '../catalog/entry'
import { evaluate } from '../catalog/evaluate'
import type { ComposedCheck } from './composition'
import { fillPlaceholders } from './fillPlaceholders'
import type { Component, ResolvedDesign } from './resolvedDesign'

/**
 * Everything that the worker refuses and no schema can say, for the previews of this worker type. `engineProperties` are the properties of
 * the payload that the engine declares.
 */
export function composeChecks(resolved: ResolvedDesign, engineProperties: string[]): ComposedCheck[] {
  const components = [resolved.engine, ...resolved.plugins, resolved.worker]
  return [
    ...components.flatMap((component) => [
      ...declaredChecks(component),
      ...scopeChecks(component, resolved),
      ...distinctChecks(component, resolved),
    ]),
    byteLengthCheck(resolved, engineProperties),
  ]
}

function declaredChecks(component: Component): ComposedCheck[] {
  return (component.entry.checks ?? []).map((check) => {
    const rule = ruleOf(check, component.context, component.label)
    return {
      id: `${component.entry.name}/${check.id}`,
      component: component.label,
      message: fillPlaceholders(check.message, limitOf(rule)),
      severity: check.severity,
      at: check.at,
      ...(check.when === undefined ? {} : { when: check.when }),
      ...rule,
    }
  })
}

function limitOf(rule: ReturnType<typeof ruleOf>): JsonObject {
  if (rule.kind === 'maximumProduct' && Number.isFinite(rule.maximum)) return { limit: rule.maximum }
  if (rule.kind !== 'maximumDuration' || !Number.isFinite(rule.seconds)) return {}
  return { limit: durationText(rule.seconds) ?? `${rule.seconds} s` }
}

function ruleOf(check: Check, context: TemplateContext, label: string) {
  if (check.rule.kind === 'uniqueKey') return { kind: 'uniqueKey' as const, key: check.rule.key }
  const { rule } = check
  const limit = evaluate(
    rule.kind === 'maximumProduct' ? rule.maximum : rule.seconds,
    context,
    `${label}: checks.${check.id}`,
  )
  const most = typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY
  return rule.kind === 'maximumProduct'
    ? { kind: rule.kind, members: rule.members, maximum: most }
    : { kind: rule.kind, seconds: most }
}

function scopeChecks(component: Component, resolved: ResolvedDesign): ComposedCheck[] {
  return (component.entry.taskFeatures ?? []).flatMap((feature) => {
    const { path, when } = feature.requestedBy
    if (path === undefined) return []
    const conditions = [when, feature.scopesWhen].filter((schema) => schema !== undefined)
    const [first] = conditions
    return (feature.scopes ?? []).map((scope) => ({
      id: `${component.entry.name}/${feature.name}/scope`,
      component: component.label,
      message: `${feature.title}: the task needs the scope <scope>`,
      severity: 'error' as const,
      at: path,
      ...(first === undefined ? {} : { when: conditions.length === 1 ? first : { allOf: conditions } }),
      kind: 'scope' as const,
      scope: fillPlaceholders(scope, { provisionerId: resolved.provisionerId, workerType: resolved.workerType }),
    }))
  })
}

function distinctChecks(component: Component, resolved: ResolvedDesign): ComposedCheck[] {
  const found = new Map<string, ComposedCheck>()
  for (const feature of component.entry.taskFeatures ?? []) {
    for (const call of feature.calls ?? []) {
      for (const [name, sources] of Object.entries(call.arguments ?? {})) {
        const limit = resolved.engine.entry.features[call.feature]?.arguments?.[name]
        if (!limit?.distinct) continue
        for (const source of sources) {
          if (!('valueAt' in source)) continue
          found.set(source.valueAt, {
            id: `${component.entry.name}/distinct`,
            component: component.label,
            message:
              limit.distinct === 'nested' ? 'overlaps with another one of this task' : 'is used twice in this task',
            severity: 'error',
            at: source.valueAt,
            kind: 'distinctPaths',
            nested: limit.distinct === 'nested',
          })
        }
      }
    }
  }
  return [...found.values()]
}

/** Workers written in Go count a text's bytes where JSON Schema counts characters (facts, section 8). */
function byteLengthCheck(resolved: ResolvedDesign, engineProperties: string[]): ComposedCheck {
  const inCharacters = resolved.engine.entry.payloadDialect?.stringLength === 'codePoints'
  return {
    id: 'byte-length',
    component: resolved.worker.label,
    message: 'is counted in bytes by the worker',
    severity: 'error',
    at: '',
    kind: 'byteLength',
    except: inCharacters ? engineProperties.toSorted() : [],
  }
}
