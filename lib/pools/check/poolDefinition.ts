import { getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import { type PoolInput, type PoolWorker, workerCapacity } from '@/lib/pools/poolInput'
import { findProvider } from '@/lib/pools/providers/providers'

/** A pool as worker-manager is told of it: its id, and the body of createWorkerPool or updateWorkerPool. */
export interface PoolDefinition {
  workerPoolId: string
  definition: JsonObject
}

/**
 * The definition that a pool input comes to; undefined for a provider that worker-manager knows nothing of, and for the part of a host alone. `genericWorker` is the only
 * key of `workerConfig`: beside another one, worker-runner takes all of it for a flat configuration, and the worker does not start. Nothing
 * is checked here, see `checkPool`.
 */
export function poolDefinition(pool: PoolInput, worker: PoolWorker): PoolDefinition | undefined {
  const managed = findProvider(pool.provider)?.managed
  if (managed === undefined || isHostPart(pool)) return undefined
  const files = getOwn(pool.config, 'files')
  const genericWorker = { config: worker.config, ...(Array.isArray(files) && files.length > 0 ? { files } : {}) }
  const part = { workerConfig: { genericWorker }, capacity: workerCapacity(worker.config) }
  return {
    workerPoolId: `${worker.provisionerId}/${worker.workerType}`,
    definition: {
      providerId: pool.providerId ?? '',
      description: pool.description ?? worker.description,
      config: managed.poolConfig(pool.config, part),
      owner: pool.owner ?? '',
      emailOnError: pool.emailOnError ?? false,
    },
  }
}

/**
 * Whether a pool says no more than what its hosts know, as one that was imported from a file of worker-runner: the part that worker-manager is told is
 * written somewhere else, so there is none to check, to write or to register.
 */
export function isHostPart({ provider, owner, config }: PoolInput): boolean {
  const runner = getOwn(config, 'runner')
  return (
    findProvider(provider)?.managed !== undefined &&
    owner === undefined &&
    isJsonObject(runner) &&
    Object.keys(runner).length > 0 &&
    Object.keys(config).length === 1
  )
}
