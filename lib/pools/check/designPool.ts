import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { type PoolInput, type PoolWorker, providerNames } from '@/lib/pools/poolInput'
import { definitionProperties } from '@/lib/pools/rules/definitionRules'
import { checkPool } from './checkPool'
import { violationProblems } from './violationProblems'

/**
 * Reads and checks the member `pool` of a design for its worker. Problems: `pool-config-invalid` and those of `checkPool`, at places of the design;
 * warnings and notices ride along.
 */
export function designPool(pool: JsonObject, worker: PoolWorker): Result<PoolInput> {
  const wrong = violationProblems(poolSchema, pool, 'pool', 'pool-config-invalid')
  if (wrong.length > 0) return fail(wrong)
  const { provider, providerId, description, owner, emailOnError, config } = pool
  const input: PoolInput = {
    provider: String(provider),
    ...(typeof providerId === 'string' ? { providerId } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof owner === 'string' ? { owner } : {}),
    ...(typeof emailOnError === 'boolean' ? { emailOnError } : {}),
    config: isJsonObject(config) ? config : {},
  }
  const problems = checkPool(input, worker)
  return problems.some(({ severity }) => severity === 'error') ? fail(problems) : succeed(input, problems)
}

/** A pool as a design has it: the way back from `designPool`. */
export function poolMember({ provider, providerId, description, owner, emailOnError, config }: PoolInput): JsonObject {
  return {
    provider,
    ...(providerId === undefined ? {} : { providerId }),
    ...(description === undefined ? {} : { description }),
    ...(owner === undefined ? {} : { owner }),
    ...(emailOnError === undefined ? {} : { emailOnError }),
    config,
  }
}

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
