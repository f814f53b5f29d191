import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { checkPool } from './checkPool'
import type { PoolInput, PoolWorker } from './poolInput'
import { poolSchema } from './poolSchema'
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
