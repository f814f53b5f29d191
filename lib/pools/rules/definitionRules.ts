import type { JsonObject } from '@/lib/base/json'

/** What a pool's id must match: provisionerId and workerType, as for a task queue. */
export const workerPoolIdPattern = '^[a-zA-Z0-9-_]{1,38}\\/[a-z]([-a-z0-9]{0,36}[a-z0-9])?$'

/** The five properties that an admin says of a pool, as worker-manager checks them. */
export const definitionProperties: Record<string, JsonObject> = {
  providerId: {
    title: 'Provider',
    description: 'Who starts the workers: an id that the deployment is configured with.',
    type: 'string',
    minLength: 1,
    maxLength: 38,
    pattern: '^([a-zA-Z0-9-_]*)$',
  },
  description: { title: 'Description', description: 'Markdown', type: 'string', maxLength: 10_240 },
  config: { title: 'Configuration', description: 'What it holds depends on the provider.', type: 'object' },
  owner: {
    title: 'Owner',
    description: 'The address that hears of failures.',
    type: 'string',
    format: 'email',
  },
  emailOnError: { title: 'Write to the owner when workers fail to start', type: 'boolean' },
}

/** The body of createWorkerPool: all of them, and nothing else. */
export const definitionRules: JsonObject = {
  title: 'Worker pool',
  type: 'object',
  properties: definitionProperties,
  required: Object.keys(definitionProperties),
  additionalProperties: false,
}
