import type { JsonObject } from '@/lib/base/json'
import type { WorkerPool } from './workerPool'

/** What somebody has defined of a worker pool, without what the service adds. */
export function poolDefinition({ providerId, description, config, owner, emailOnError }: WorkerPool): JsonObject {
  return { providerId, description, config, owner, emailOnError }
}
