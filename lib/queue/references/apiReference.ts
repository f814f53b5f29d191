import type { JsonObject } from '@/lib/base/json'
import type { Method } from '@/lib/queue/api/method'
import type { ScopeTemplate } from '@/lib/queue/api/scopeTemplate'
import type { Service } from '@/lib/queue/api/service'

/** The machine-readable reference of a service, as `/references/<service>/v1/api.json` has it. */
export function apiReference(service: Service, rootUrl: string): JsonObject {
  return {
    $schema: `${rootUrl}/schemas/common/api-reference-v0.json#`,
    title: service.title,
    description: service.description,
    serviceName: service.name,
    apiVersion: 'v1',
    entries: service.methods.map(entry),
  }
}

function entry(method: Method): JsonObject {
  const { scopes, input, output } = method
  return {
    type: 'function',
    method: method.method,
    route: method.route,
    args: [...method.route.matchAll(/<([^<>]+)>/g)].map((match) => match[1] ?? ''),
    query: Object.keys(method.query ?? {}),
    name: method.name,
    stability: method.stability,
    category: method.category,
    title: method.title,
    description: method.description,
    ...(scopes === undefined ? {} : { scopes: scopeJson(scopes) }),
    ...(input === undefined ? {} : { input: `v1/${input.file}#` }),
    ...(output === undefined ? {} : { output: `v1/${output.file}#` }),
  }
}

function scopeJson(template: ScopeTemplate): string | JsonObject {
  if (typeof template === 'string' || 'for' in template)
    return typeof template === 'string' ? template : { ...template }
  return 'AllOf' in template ? { AllOf: template.AllOf.map(scopeJson) } : { AnyOf: template.AnyOf.map(scopeJson) }
}
