import { isJsonObject } from '@/lib/base/json'
import type { RequiredScopes } from './composition'
import { fillPlaceholders } from './fillPlaceholders'
import type { ResolvedDesign } from './resolvedDesign'

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
