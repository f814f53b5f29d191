import { and, asc, gt, max, sql } from 'drizzle-orm'
import type { JsonObject } from '@/lib/base/json'
import { ApiError } from '@/lib/queue/api/apiError'
import { cutPage, readPage } from '@/lib/queue/api/parameters'
import type { Store } from '@/lib/registry/store/store'
import { taskQueues } from '@/lib/registry/tables/queueTables'

/** A provisioner as answers have it: nothing of it is kept, all of it is computed from its unexpired task queues. */
interface Provisioner extends JsonObject {
  provisionerId: string
  stability: string
  description: string
  expires: string
  lastDateActive: string
  actions: never[]
}

const provisionerId = sql<string>`split_part(${taskQueues.taskQueueId}, '/', 1)`

/** A page of provisioners by id, and where the next one begins. Throws InputError for a bad token. */
export async function listProvisioners(
  store: Store,
  now: Date,
  query: { limit?: string; continuationToken?: string },
): Promise<{ provisioners: Provisioner[]; continuationToken?: string }> {
  const page = readPage(query, /^[a-zA-Z0-9_-]+$/)
  if (page.limit === 0) return { provisioners: [] }
  const after = page.after === undefined ? undefined : gt(provisionerId, page.after)
  const rows = await select(store, and(gt(taskQueues.expires, now), after)).limit(page.limit + 1)
  const { rows: found, ...rest } = cutPage(rows, page, (row) => row.provisionerId)
  return { provisioners: found.map(provisioner), ...rest }
}

/** One provisioner. Throws ResourceNotFound where it has no unexpired task queue. */
export async function findProvisioner(store: Store, id: string, now: Date): Promise<Provisioner> {
  const ofIt = sql`starts_with(${taskQueues.taskQueueId}, ${`${id}/`})`
  const rows = await select(store, and(gt(taskQueues.expires, now), ofIt))
  if (rows[0] !== undefined) return provisioner(rows[0])
  throw new ApiError('ResourceNotFound', `Provisioner \`${id}\` not found. Are you sure it was created?`)
}

function select(store: Store, where: ReturnType<typeof and>) {
  return store.database
    .select({
      provisionerId,
      expires: max(taskQueues.expires),
      lastDateActive: max(taskQueues.lastDateActive),
    })
    .from(taskQueues)
    .where(where)
    .groupBy(provisionerId)
    .orderBy(asc(provisionerId))
}

function provisioner(row: { provisionerId: string; expires: Date | null; lastDateActive: Date | null }): Provisioner {
  return {
    provisionerId: row.provisionerId,
    stability: 'experimental',
    description: '',
    expires: (row.expires ?? new Date(0)).toJSON(),
    lastDateActive: (row.lastDateActive ?? new Date(0)).toJSON(),
    actions: [],
  }
}
