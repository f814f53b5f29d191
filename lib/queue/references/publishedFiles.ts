import type { JsonObject } from '@/lib/base/json'
import type { Service } from '@/lib/queue/api/service'
import { apiReference } from './apiReference'
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
