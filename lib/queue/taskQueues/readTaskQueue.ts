import { and, eq, gt } from 'drizzle-orm'
import type { Store } from '@/lib/registry/store'
import { taskQueues } from '@/lib/registry/tables/taskQueues'
import { type TaskQueue, taskQueueSchema } from './taskQueue'

/** The task queue with this id, if it was declared and is not expired. */
export async function readTaskQueue(store: Store, taskQueueId: string, now: Date): Promise<TaskQueue | undefined> {
  const unexpired = and(eq(taskQueues.taskQueueId, taskQueueId), gt(taskQueues.expires, now))
  const rows = await store.database.select().from(taskQueues).where(unexpired)
  return rows[0] && taskQueueSchema.parse(rows[0])
}
