import { and, asc, gt, sql } from 'drizzle-orm'
import type { Store } from '../../registry/store'
import { taskQueues } from '../../registry/tables/taskQueues'
import { ApiError } from '../api/apiError'
import { type TaskQueue, taskQueueSchema } from './taskQueue'

/** A page of task queues, and where the next one begins. */
export interface TaskQueuePage {
  queues: TaskQueue[]
  continuationToken?: string
}

/** The query parameters of lists. */
export const pageQuery = { limit: /^[0-9]+$/, continuationToken: /^[A-Za-z0-9_-]*$/ }

/**
 * Unexpired task queues by id, of one provisioner or of all. `limit` is at most 1000, which is also the default; 0 gives an empty page.
 * The token is opaque to callers: the last id of the page before, in base64url.
 */
export async function listTaskQueues(
  store: Store,
  now: Date,
  query: { limit?: string; continuationToken?: string },
  provisionerId?: string,
): Promise<TaskQueuePage> {
  const after = query.continuationToken ? decode(query.continuationToken) : undefined
  const limit = Math.min(Number(query.limit ?? 1000), 1000)
  if (limit === 0) return { queues: [] }
  const { taskQueueId } = taskQueues
  const rows = await store.database
    .select()
    .from(taskQueues)
    .where(
      and(
        gt(taskQueues.expires, now),
        provisionerId === undefined ? undefined : sql`starts_with(${taskQueueId}, ${`${provisionerId}/`})`,
        after === undefined ? undefined : gt(taskQueueId, after),
      ),
    )
    .orderBy(asc(taskQueueId))
    .limit(limit + 1)
  const queues = rows.slice(0, limit).map((row) => taskQueueSchema.parse(row))
  const last = queues.at(-1)
  if (rows.length <= limit || last === undefined) return { queues }
  return { queues, continuationToken: Buffer.from(last.taskQueueId).toString('base64url') }
}

function decode(token: string): string {
  const taskQueueId = Buffer.from(token, 'base64url').toString('utf8')
  if (/^[a-zA-Z0-9_-]+\/[a-z0-9-]+$/.test(taskQueueId)) return taskQueueId
  throw new ApiError('InputError', 'Invalid continuationToken')
}
