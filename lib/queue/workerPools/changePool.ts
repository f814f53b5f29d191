import { eq } from 'drizzle-orm'
import { equalJson } from '@/lib/base/equalJson'
import { ApiError } from '@/lib/queue/api/apiError'
import type { WorkerPoolDefinition } from '@/lib/queue/schemas/workerPool'
import { poolAudit } from '@/lib/registry/poolAudit'
import { recordAudit } from '@/lib/registry/recordAudit'
import type { Store } from '@/lib/registry/store'
import { workerPools } from '@/lib/registry/tables/workerPools'
import { lockPool } from './lockPool'
import { poolDefinition } from './poolDefinition'
import { type WorkerPool, workerPoolSchema } from './workerPool'

/** Gives a worker pool new properties; those that are left out stay. The audit hears of it where they differ. Throws ResourceNotFound. */
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
    const [before, after] = [poolDefinition(found), poolDefinition(pool)]
    if (equalJson(before, after)) return pool
    const detail = { providerId: pool.providerId, owner: pool.owner, ...poolAudit(before, after) }
    await recordAudit(tx, { entity: `worker-pool:${workerPoolId}`, action, who, at: now, detail })
    return pool
  })
}
