import { eq } from 'drizzle-orm'
import { equalJson } from '@/lib/base/json'
import { ApiError } from '@/lib/queue/api/apiError'
import type { WorkerPoolDefinition } from '@/lib/queue/schemas/workerPools'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import { poolAudit } from '@/lib/registry/pools/poolRegistrations'
import type { Store } from '@/lib/registry/store/store'
import { workerPools } from '@/lib/registry/tables/queueTables'
import type { CheckedPool } from './checkPoolRequest'
import { lockPool, storedPoolDefinition, type WorkerPool, workerPoolSchema } from './workerPool'

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
    const [before, after] = [storedPoolDefinition(found), storedPoolDefinition(pool)]
    if (equalJson(before, after)) return pool
    const detail = { providerId: pool.providerId, owner: pool.owner, ...poolAudit(before, after) }
    await recordAudit(tx, { entity: `worker-pool:${workerPoolId}`, action, who, at: now, detail })
    return pool
  })
}

/** Makes a worker pool. The same definition again is the pool that is there; throws RequestConflict for another one. */
export async function insertPool(
  store: Store,
  workerPoolId: string,
  { definition, who }: CheckedPool,
  now: Date,
): Promise<WorkerPool> {
  return store.database.transaction(async (tx) => {
    const found = await lockPool(tx, workerPoolId)
    if (found !== undefined) {
      if (equalJson({ ...definition }, storedPoolDefinition(found))) return found
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
