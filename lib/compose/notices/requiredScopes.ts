import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { RequiredScopes } from '@/lib/compose/composition'
import type { ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'

/** Properties of the declaration that registering sends; the Queue wants a scope for each (facts on the services, section 4). */
const DECLARED = ['description', 'expires', 'payloadSchema', 'stability']

/**
 * The scopes around a worker type: of the worker, of whoever registers it, of tasks that ask for features. Only payloads of the given forms are looked at,
 * where they are known.
 */
export function requiredScopes(resolved: ResolvedDesign, forms?: string[]): RequiredScopes {
  const settings = isJsonObject(resolved.settings.worker) ? resolved.settings.worker : {}
  const identity = { ...settings, provisionerId: resolved.provisionerId, workerType: resolved.workerType }
  const queue = fillPlaceholders('<provisionerId>/<workerType>', identity)
  const features = [resolved.engine, ...resolved.plugins].flatMap((component) =>
    (component.entry.taskFeatures ?? [])
      .filter((feature) => (feature.scopes ?? []).length > 0)
      .filter(({ requestedBy: { form } }) => forms === undefined || form === undefined || forms.includes(form))
      .map((feature) => ({
        feature: `${component.entry.name}/${feature.name}`,
        scopes: (feature.scopes ?? []).map((scope) =>
          typeof scope === 'string'
            ? fillPlaceholders(scope, identity)
            : { anyOf: scope.anyOf.map((one) => fillPlaceholders(one, identity)) },
        ),
      })),
  )
  return {
    worker: resolved.worker.entry.workerScopes.map((scope) => fillPlaceholders(scope, identity)),
    admin: DECLARED.map((property) => `queue:declare-worker-type:${queue}#${property}`),
    tasks: features,
  }
}

/** What placeholders of a scope or a message stand for at a place: members of the value, the value itself where it is text, and the last step of the place. */
export function placeholders(value: JsonValue, key: string): JsonObject {
  return { key, ...(typeof value === 'string' ? { value } : {}), ...(isJsonObject(value) ? value : {}) }
}

/** Replaces `<name>` by the text of that member where there is one; other placeholders stay. */
export function fillPlaceholders(template: string, values: JsonValue): string {
  return template.replace(/<([A-Za-z][A-Za-z0-9]*)>/g, (whole, name: string) => {
    const value = isJsonObject(values) && Object.hasOwn(values, name) ? values[name] : undefined
    if (typeof value === 'string' && value !== '') return value
    return typeof value === 'number' ? String(value) : whole
  })
}
