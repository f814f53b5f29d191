import type { JsonObject } from '@/lib/base/json'

/** What the root URL of a deployment looks like. */
export const rootUrlPattern = '^https?://[^/?#]+/?$'

const textOrReference: JsonObject = { anyOf: [{ type: 'string' }, { type: 'object' }] }

/** JSON Schema of a design document. Configurations are checked later, against their entries. */
export const designSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-06/schema#',
  title: 'Design of a worker type',
  type: 'object',
  additionalProperties: false,
  required: ['worker', 'engine'],
  properties: {
    worker: { type: 'string', description: 'The worker program, e.g. taskcluster-worker.' },
    provisionerId: textOrReference,
    workerType: textOrReference,
    description: { type: 'string', maxLength: 10_000 },
    strict: { type: 'boolean', description: 'Refuse also what the worker would silently drop.' },
    workerVersion: {
      type: 'string',
      pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$',
      description: 'Version of the worker program that the design is for.',
    },
    rootUrl: {
      type: 'string',
      pattern: rootUrlPattern,
      description: 'The deployment that the worker claims from.',
    },
    engine: {
      type: 'object',
      additionalProperties: false,
      required: ['name'],
      properties: { name: textOrReference, config: {} },
    },
    plugins: { type: 'object' },
    disabledPlugins: { type: 'array', items: { type: 'string' } },
    otherEngines: { type: 'object' },
    settings: { type: 'object' },
    samples: { type: 'object' },
    catalog: {
      type: 'object',
      description: 'Versions of the catalog entries that the design was made with, by label: plugin env.',
      propertyNames: { pattern: '^(worker|engine|plugin) [a-z][a-z0-9_-]*$' },
      additionalProperties: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' },
    },
    pool: { type: 'object', description: 'The worker pool that starts such workers.' },
    transforms: {
      type: 'array',
      items: { type: 'string', enum: ['abs', 'env', 'hostcredentials', 'packet', 'secrets'] },
    },
  },
}
