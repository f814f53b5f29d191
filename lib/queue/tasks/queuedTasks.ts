import { and, asc, count, eq, gte, sql } from 'drizzle-orm'
import { parseDate } from '@/lib/queue/api/apiError'
import { cutPage, readPage } from '@/lib/queue/api/parameters'
import type { Database } from '@/lib/registry/store/store'
import { tasks } from '@/lib/registry/tables/queueTables'
import { type TaskRow, taskRowSchema } from './task'

type QueuedState = 'pending' | 'running'

/** How many tasks of a task queue are in a state, less those past their deadline. */
export async function countTasks(
  database: Database,
  taskQueueId: string,
  state: QueuedState,
  now: Date,
): Promise<number> {
  const rows = await database
    .select({ found: count() })
    .from(tasks)
    .where(queued(taskQueueId, state, now))
  return rows[0]?.found ?? 0
}

/** A page of them, the longest scheduled first. Throws InputError for a bad token. */
export async function listQueuedTasks(
  database: Database,
  taskQueueId: string,
  state: QueuedState,
  now: Date,
  query: { limit?: string; continuationToken?: string },
): Promise<{ rows: TaskRow[]; continuationToken?: string }> {
  const page = readPage(query, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\/[A-Za-z0-9_-]{22}$/)
  if (page.limit === 0) return { rows: [] }
  const after = page.after === undefined ? undefined : later(page.after)
  const found = await database
    .select()
    .from(tasks)
    .where(and(queued(taskQueueId, state, now), after))
    .orderBy(asc(tasks.scheduled), asc(tasks.taskId))
    .limit(page.limit + 1)
  const { rows, ...rest } = cutPage(found, page, (row) => `${row.scheduled?.toJSON()}/${row.taskId}`)
  return { rows: rows.map((row) => taskRowSchema.parse(row)), ...rest }
}

/** What comes after a key: when a task was scheduled, and its id. */
function later(key: string) {
  const [since = '', taskId = ''] = key.split('/')
  return sql`(${tasks.scheduled}, ${tasks.taskId}) > (${parseDate('continuationToken', since).toJSON()}::timestamptz, ${taskId}::text)`
}

function queued(taskQueueId: string, state: QueuedState, now: Date) {
  return and(eq(tasks.taskQueueId, taskQueueId), eq(tasks.state, state), gte(tasks.deadline, now))
}
