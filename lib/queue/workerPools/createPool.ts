import { equalJson } from '@/lib/base/equalJson'
import { ApiError } from '@/lib/queue/api/apiError'
import { poolAudit } from '@/lib/registry/poolAudit'
import { recordAudit } from '@/lib/registry/recordAudit'
import type { Store } from '@/lib/registry/store'
import { workerPools } from '@/lib/registry/tables/workerPools'
import type { CheckedPool } from './checkPool'
import { lockPool } from './lockPool'
import { poolDefinition } from './poolDefinition'
import { type WorkerPool, workerPoolSchema } from './workerPool'

/** Makes a worker pool. The same definition again is the pool that is there; throws RequestConflict for another one. */
export async function createPool(
  store: Store,
  workerPoolId: string,
  { definition, who }: CheckedPool,
  now: Date,
): Promise<WorkerPool> {
  return store.database.transaction(async (tx) => {
    const found = await lockPool(tx, workerPoolId)
    if (found !== undefined) {
      if (equalJson({ ...definition }, poolDefinition(found))) return found
      throw new ApiError('RequestConflict', 'Worker pool already exists')
    }
    const row = { workerPoolId, ...definition, created: now, lastModified: now }
    await tx.insert(workerPools).values(row)
    const change = poolAudit(null, { ...definition })
    const detail = { providerId: definition.providerId, owner: definition.owner, ...change }
    await recordAudit(tx, {
      entity: `worker-pool:${workerPoolId}`,
      action: 'worker-pool.created',
      who,
      at: now,
      detail,
    })
    return workerPoolSchema.parse(row)
  })
}
