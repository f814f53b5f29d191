import type { JsonObject } from '@/lib/base/json'
import type { Check, CheckRule } from '@/lib/catalog/entry/check'
import { durationText } from '@/lib/catalog/entry/durations'
import type { TemplateContext } from '@/lib/catalog/entry/entry'
import { scopeAlternatives } from '@/lib/catalog/entry/taskFeature'
import { evaluate, holds } from '@/lib/catalog/template/evaluate'
import type { ComposedCheck } from '@/lib/compose/composition'
import { isClosed } from '@/lib/compose/narrow/formSupport'
import type { Component, ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import { droppedChecks, formCondition } from './droppedChecks'
import { fillPlaceholders } from './requiredScopes'

/**
 * Everything that the worker refuses or drops and the schema does not say, for the previews of this worker type. `engineProperties` are the properties of
 * the payload that the engine declares.
 */
export function composeChecks(resolved: ResolvedDesign, engineProperties: string[]): ComposedCheck[] {
  const components = [resolved.engine, ...resolved.plugins, resolved.worker]
  return [
    ...components.flatMap((component) => [
      ...declaredChecks(component, resolved),
      ...scopeChecks(component, resolved),
      ...distinctChecks(component, resolved),
    ]),
    ...droppedChecks(resolved),
    ...byteLengthCheck(resolved, engineProperties),
  ]
}

function declaredChecks(component: Component, resolved: ResolvedDesign): ComposedCheck[] {
  const { entry, context, label } = component
  return (entry.checks ?? [])
    .filter((check) => !isClosed(check.form, resolved))
    .filter((check) => holds(check.if, context, `${label}: checks.${check.id}`))
    .map((check) => {
      const rule = ruleOf(check, context, label)
      return {
        id: `${entry.name}/${check.id}`,
        component: label,
        message: fillPlaceholders(check.message, limitOf(rule)),
        severity: check.severity,
        at: check.at,
        ...(check.when === undefined ? {} : { when: check.when }),
        ...onlyPayloads([check.payload, formCondition(check.form, resolved)]),
        ...rule,
      }
    })
}

function onlyPayloads(conditions: (JsonObject | undefined)[]): { payload?: JsonObject[] } {
  const payload = conditions.filter((condition) => condition !== undefined)
  return payload.length === 0 ? {} : { payload }
}

type ComposedRule =
  Extract<ComposedCheck, { kind: CheckRule['kind'] }> extends infer Rule
    ? Rule extends ComposedCheck
      ? Omit<Rule, 'id' | 'component' | 'message' | 'severity' | 'at' | 'when' | 'payload'>
      : never
    : never

function limitOf(rule: ComposedRule): JsonObject {
  if (rule.kind === 'maximumProduct' && Number.isFinite(rule.maximum)) return { limit: rule.maximum }
  if (rule.kind !== 'maximumDuration' || !Number.isFinite(rule.seconds)) return {}
  return { limit: durationText(rule.seconds) ?? `${rule.seconds} s` }
}

function ruleOf({ id, rule }: Check, context: TemplateContext, label: string): ComposedRule {
  const most = (expression: string) => {
    const limit = evaluate(expression, context, `${label}: checks.${id}`)
    return typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY
  }
  if (rule.kind === 'maximumProduct') {
    return { kind: rule.kind, members: rule.members, maximum: most(rule.maximum) }
  }
  if (rule.kind === 'maximumDuration') return { kind: rule.kind, seconds: most(rule.seconds) }
  return rule
}

function scopeChecks(component: Component, resolved: ResolvedDesign): ComposedCheck[] {
  const identity = { provisionerId: resolved.provisionerId, workerType: resolved.workerType }
  return (component.entry.taskFeatures ?? []).flatMap((feature) => {
    const { path, when, form } = feature.requestedBy
    if (path === undefined || (feature.scopes ?? []).length === 0 || isClosed(form, resolved)) return []
    const conditions = [when, feature.scopesWhen].filter((schema) => schema !== undefined)
    const [first] = conditions
    return (feature.scopes ?? []).map((scope) => ({
      id: `${component.entry.name}/${feature.name}/scope`,
      component: component.label,
      message: `${feature.title}: the task needs the scope <scope>`,
      severity: 'error' as const,
      at: path,
      ...(first === undefined ? {} : { when: conditions.length === 1 ? first : { allOf: conditions } }),
      ...onlyPayloads([formCondition(form, resolved)]),
      kind: 'scope' as const,
      anyOf: scopeAlternatives(scope).map((one) => fillPlaceholders(one, identity)),
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
function byteLengthCheck(resolved: ResolvedDesign, engineProperties: string[]): ComposedCheck[] {
  if (resolved.worker.entry.stringLength === 'codePoints') return []
  const inCharacters = resolved.engine.entry.payloadDialect?.stringLength === 'codePoints'
  return [
    {
      id: 'byte-length',
      component: resolved.worker.label,
      message: 'is counted in bytes by the worker',
      severity: 'error',
      at: '',
      kind: 'byteLength',
      except: inCharacters ? engineProperties.toSorted() : [],
    },
  ]
}
