import type { JsonObject } from '@/lib/base/json'
import type { Method, Service } from './api/method'
import type { ScopeTemplate } from './api/scopeTemplate'
import { commonSchemas } from './commonSchemas'

/** Everything below `/references` and `/schemas`, by path. */
export function publishedFiles(services: Service[], rootUrl: string): Map<string, JsonObject> {
  const references = services.map((service) => `/references/${service.name}/v1/api.json`)
  const manifest = {
    $schema: `${rootUrl}/schemas/common/manifest-v3.json#`,
    references: references.map((path) => `${rootUrl}${path}`),
  }
  const schemas = services.flatMap(({ name, methods, schemas = [] }) =>
    [...methods.flatMap(({ input, output }) => [input, output]), ...schemas]
      .filter((file) => file !== undefined)
      .map(({ file, schema }) => [`/schemas/${name}/v1/${file}`, schema] as const),
  )
  const common = Object.entries(commonSchemas).map(([file, schema]) => [`/schemas/common/${file}`, schema] as const)
  const metaSchema = `${rootUrl}/schemas/common/metaschema.json#`
  return new Map<string, JsonObject>([
    ['/references/manifest.json', manifest],
    ...services.map((service, i) => [references[i] ?? '', apiReference(service, rootUrl)] as const),
    ...schemas.map(([path, schema]) => [path, { $schema: metaSchema, $id: `${rootUrl}${path}#`, ...schema }] as const),
    ...common.map(([path, schema]) => {
      const draft = path.endsWith('/metaschema.json') ? 'http://json-schema.org/draft-06/schema#' : metaSchema
      return [path, { $schema: draft, $id: `${rootUrl}${path}#`, ...schema }] as const
    }),
  ])
}

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
