import { eq } from 'drizzle-orm'
import type { Database } from '@/lib/registry/store'
import { workerPools } from '@/lib/registry/tables/workerPools'
import { type WorkerPool, workerPoolSchema } from './workerPool'

/** A worker pool, also one that is to go; undefined where there is none. */
export async function readWorkerPool(database: Database, workerPoolId: string): Promise<WorkerPool | undefined> {
  const rows = await database.select().from(workerPools).where(eq(workerPools.workerPoolId, workerPoolId))
  return rows[0] && workerPoolSchema.parse(rows[0])
}
