import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { cutPage, readPage } from '@/lib/queue/api/parameters'
import type { Store } from '@/lib/registry/store/store'
import { taskQueues } from '@/lib/registry/tables/queueTables'
import { type TaskQueue, taskQueueSchema } from './taskQueue'

/** Unexpired task queues by id, of one provisioner or of all. Throws InputError for a bad token. */
export async function readTaskQueues(
  store: Store,
  now: Date,
  query: { limit?: string; continuationToken?: string },
  provisionerId?: string,
): Promise<TaskQueuePage> {
  const page = readPage(query, /^[a-zA-Z0-9_-]+\/[a-z0-9-]+$/)
  if (page.limit === 0) return { queues: [] }
  const { taskQueueId } = taskQueues
  const rows = await store.database
    .select()
    .from(taskQueues)
    .where(
      and(
        gt(taskQueues.expires, now),
        provisionerId === undefined ? undefined : sql`starts_with(${taskQueueId}, ${`${provisionerId}/`})`,
        page.after === undefined ? undefined : gt(taskQueueId, page.after),
      ),
    )
    .orderBy(asc(taskQueueId))
    .limit(page.limit + 1)
  const { rows: queues, ...rest } = cutPage(rows, page, (row) => row.taskQueueId)
  return { queues: queues.map((row) => taskQueueSchema.parse(row)), ...rest }
}

/** The task queue with this id, if it was declared and is not expired. */
export async function readTaskQueue(store: Store, taskQueueId: string, now: Date): Promise<TaskQueue | undefined> {
  const unexpired = and(eq(taskQueues.taskQueueId, taskQueueId), gt(taskQueues.expires, now))
  const rows = await store.database.select().from(taskQueues).where(unexpired)
  return rows[0] && taskQueueSchema.parse(rows[0])
}

/** A page of task queues, and where the next one begins. */
interface TaskQueuePage {
  queues: TaskQueue[]
  continuationToken?: string
}
