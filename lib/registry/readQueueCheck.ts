import { eq } from 'drizzle-orm'
import { type QueueCheck, queueCheckSchema } from './queueCheck'
import type { Store } from './store'
import { queueChecks } from './tables/queueChecks'

/** The last check of a task queue; undefined before the first. */
export async function readQueueCheck(store: Store, taskQueueId: string): Promise<QueueCheck | undefined> {
  const rows = await store.database.select().from(queueChecks).where(eq(queueChecks.taskQueueId, taskQueueId))
  return rows[0] && queueCheckSchema.parse(rows[0])
}
