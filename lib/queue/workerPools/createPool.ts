import { equalJson } from '../../base/equalJson'
import { poolAudit } from '../../registry/poolAudit'
import { recordAudit } from '../../registry/recordAudit'
import type { Store } from '../../registry/store'
import { workerPools } from '../../registry/tables/workerPools'
import { ApiError } from '../api/apiError'
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
