import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/registry/store'
import { readWorkerPool } from './readWorkerPool'
import type { WorkerPool } from './workerPool'

/** Locks a worker pool until the transaction ends, and reads it. */
export async function lockPool(tx: Database, workerPoolId: string): Promise<WorkerPool | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`worker-pool:${workerPoolId}`}, 0))`)
  return readWorkerPool(tx, workerPoolId)
}
