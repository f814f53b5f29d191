import type { JsonObject } from '@/lib/base/json'
import { providerNames } from './poolInput'
import { definitionProperties } from './rules/definitionRules'

const { providerId = {}, description = {}, owner = {}, emailOnError = {} } = definitionProperties

/** The member `pool` of a design, less what its provider asks for: that is in the provider's `configSchema`. */
export const poolSchema: JsonObject = {
  title: 'Worker pool',
  description:
    'Where the workers come from. With it a design makes the files of a pool, and registers the pool with worker-manager.',
  type: 'object',
  properties: {
    provider: { title: 'Provider', description: 'Where workers come from.', type: 'string', enum: [...providerNames] },
    providerId: { ...providerId, title: 'Id of the provider', description: 'As the deployment is configured with it.' },
    description: { ...description, description: 'Markdown. That of the worker type where nobody says.' },
    owner,
    emailOnError: { ...emailOnError, default: false },
    config: { title: 'Configuration', description: 'What the provider asks for.', type: 'object' },
  },
  required: ['provider', 'config'],
  additionalProperties: false,
}
