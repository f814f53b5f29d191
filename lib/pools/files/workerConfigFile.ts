import { canonicalJson } from '@/lib/base/canonicalJson'
import { getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import { placeholder } from '@/lib/pools/placeholders'
import type { PoolInput, PoolWorker } from '@/lib/pools/poolInput'
import type { Provider } from '@/lib/pools/providers/provider'
import { hostConfig } from './runnerFile'

/**
 * The whole configuration of a standalone worker, for `generic-worker run --config FILE` without worker-runner. What differs from host to host
 * is a placeholder, so the file is filled in first.
 */
export function standaloneConfig(pool: PoolInput, worker: PoolWorker, provider: Provider): JsonObject {
  const runner = getOwn(pool.config, 'runner')
  const workerGroup = isJsonObject(runner) ? getOwn(runner, 'workerGroup') : undefined
  return {
    ...hostConfig(pool, worker, provider),
    rootURL: worker.rootUrl ?? placeholder('TASKCLUSTER_ROOT_URL'),
    clientId: placeholder('TASKCLUSTER_CLIENT_ID'),
    accessToken: placeholder('TASKCLUSTER_ACCESS_TOKEN'),
    provisionerId: worker.provisionerId,
    workerType: worker.workerType,
    workerGroup: workerGroup ?? placeholder('WORKER_GROUP'),
    workerId: placeholder('WORKER_ID'),
  }
}

/** The same as JSON with sorted keys. */
export function workerConfigFile(pool: PoolInput, worker: PoolWorker, provider: Provider): string {
  return canonicalJson(standaloneConfig(pool, worker, provider))
}
