import { eq } from 'drizzle-orm'
import { recordAudit } from '../../registry/recordAudit'
import type { Store } from '../../registry/store'
import { workerPools } from '../../registry/tables/workerPools'
import { ApiError } from '../api/apiError'
import type { WorkerPoolDefinition } from '../schemas/workerPool'
import { lockPool } from './lockPool'
import { type WorkerPool, workerPoolSchema } from './workerPool'

/** Gives a worker pool new properties; those that are left out stay. Throws ResourceNotFound. */
export async function changePool(
  store: Store,
  workerPoolId: string,
  { change, action, who, now }: { change: Partial<WorkerPoolDefinition>; action: string; who: string; now: Date },
): Promise<WorkerPool> {
  return store.database.transaction(async (tx) => {
    const found = await lockPool(tx, workerPoolId)
    if (found === undefined) throw new ApiError('ResourceNotFound', 'Worker pool does not exist')
    const changed = { ...change, lastModified: now }
    await tx.update(workerPools).set(changed).where(eq(workerPools.workerPoolId, workerPoolId))
    const pool = workerPoolSchema.parse({ ...found, ...changed })
    const detail = { providerId: pool.providerId, previousProviderId: found.providerId, owner: pool.owner }
    await recordAudit(tx, { entity: `worker-pool:${workerPoolId}`, action, who, at: now, detail })
    return pool
  })
}
