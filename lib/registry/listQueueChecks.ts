import { inArray } from 'drizzle-orm'
import { type QueueCheck, queueCheckSchema } from './queueCheck'
import type { Store } from './store'
import { queueChecks } from './tables/queueChecks'

/** The last checks of these task queues, in no order; those that were never checked are left out. */
export async function listQueueChecks(store: Store, taskQueueIds: string[]): Promise<QueueCheck[]> {
  const rows = await store.database.select().from(queueChecks).where(inArray(queueChecks.taskQueueId, taskQueueIds))
  return rows.map((row) => queueCheckSchema.parse(row))
}
