import { sql } from 'drizzle-orm'
import type { Database } from '../../registry/store'
import { taskGroups } from '../../registry/tables/taskGroups'
import { tasks } from '../../registry/tables/tasks'
import { groupExpiry } from './joinGroup'
import type { TaskRow } from './task'

/**
 * Keeps a task without dependencies, and its group, in one statement: one way to the database instead of four. False, with nothing kept, where
 * the id is taken or the group does not let it in.
 */
export async function insertAtOnce(database: Database, row: TaskRow, schedulerId: string): Promise<boolean> {
  const expires = groupExpiry(row.expires)
  const joined = database.$with('joined').as(
    database
      .insert(taskGroups)
      .values({ taskGroupId: row.taskGroupId, schedulerId, expires })
      .onConflictDoUpdate({
        target: taskGroups.taskGroupId,
        set: { expires: sql`greatest(${taskGroups.expires}, excluded.expires)` },
        setWhere: sql`${taskGroups.schedulerId} = excluded.scheduler_id and ${taskGroups.sealed} is null`,
      })
      .returning({ taskGroupId: taskGroups.taskGroupId }),
  )
  const kept = await database
    .with(joined)
    .insert(tasks)
    .select(
      sql`select ${row.taskId}::text, ${row.taskQueueId}::text, ${row.taskGroupId}::text, ${JSON.stringify(row.definition)}::text,
        ${row.deadline.toJSON()}::timestamptz, ${row.expires.toJSON()}::timestamptz, ${row.state}::text, ${row.retriesLeft}::integer,
        ${JSON.stringify(row.runs)}::text, ${row.scheduled?.toJSON() ?? null}::timestamptz from joined`,
    )
    .onConflictDoNothing()
    .returning({ taskId: tasks.taskId })
  return kept.length > 0
}
