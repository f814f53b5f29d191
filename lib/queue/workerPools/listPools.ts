import { asc, gt } from 'drizzle-orm'
import { cutPage, readPage } from '@/lib/queue/api/pages'
import { parameterPatterns } from '@/lib/queue/api/parameterPatterns'
import type { Store } from '@/lib/registry/store'
import { workerPools } from '@/lib/registry/tables/workerPools'
import { type WorkerPool, workerPoolSchema } from './workerPool'

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
