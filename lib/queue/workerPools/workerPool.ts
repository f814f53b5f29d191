import { asc, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { JsonObject } from '@/lib/base/json'
import { cutPage, parameterPatterns, readPage } from '@/lib/queue/api/parameters'
import { noWorkers } from '@/lib/queue/schemas/workerPools'
import type { Database, Store } from '@/lib/registry/store/store'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import { workerPools } from '@/lib/registry/tables/queueTables'

/** A row of `worker_pools`. */
export const workerPoolSchema = z.object({
  workerPoolId: z.string(),
  providerId: z.string(),
  description: z.string(),
  config: jsonObjectSchema,
  owner: z.string(),
  emailOnError: z.boolean(),
  created: z.date(),
  lastModified: z.date(),
})

export type WorkerPool = z.infer<typeof workerPoolSchema>

/** A pool as worker-manager answers it. */
export function workerPoolAnswer({ created, lastModified, ...pool }: WorkerPool) {
  return { ...pool, created: created.toJSON(), lastModified: lastModified.toJSON(), ...noWorkers } satisfies JsonObject
}

/** A worker pool, also one that is to go; undefined where there is none. */
export async function readWorkerPool(database: Database, workerPoolId: string): Promise<WorkerPool | undefined> {
  const rows = await database.select().from(workerPools).where(eq(workerPools.workerPoolId, workerPoolId))
  return rows[0] && workerPoolSchema.parse(rows[0])
}

/** A page of worker pools by id, and where the next one begins. Throws InputError for a bad token. */
export async function listPools(
  store: Store,
  query: { limit?: string; continuationToken?: string },
): Promise<{ pools: WorkerPool[]; continuationToken?: string }> {
  const page = readPage(query, parameterPatterns.workerPoolId)
  if (page.limit === 0) return { pools: [] }
  const { workerPoolId } = workerPools
  const rows = await store.database
    .select()
    .from(workerPools)
    .where(page.after === undefined ? undefined : gt(workerPoolId, page.after))
    .orderBy(asc(workerPoolId))
    .limit(page.limit + 1)
  const { rows: pools, ...rest } = cutPage(rows, page, (row) => row.workerPoolId)
  return { pools: pools.map((row) => workerPoolSchema.parse(row)), ...rest }
}

/** Locks a worker pool until the transaction ends, and reads it. */
export async function lockPool(tx: Database, workerPoolId: string): Promise<WorkerPool | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`worker-pool:${workerPoolId}`}, 0))`)
  return readWorkerPool(tx, workerPoolId)
}

/** What somebody has defined of a worker pool, without what the service adds. */
export function storedPoolDefinition({ providerId, description, config, owner, emailOnError }: WorkerPool): JsonObject {
  return { providerId, description, config, owner, emailOnError }
}
