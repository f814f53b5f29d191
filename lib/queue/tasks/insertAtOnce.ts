import { sql } from 'drizzle-orm'
import type { Database } from '../../registry/store'
import { taskGroups } from '../../registry/tables/taskGroups'
import { taskQueues } from '../../registry/tables/taskQueues'
import { tasks } from '../../registry/tables/tasks'
import type { CheckedBy } from './checkedBy'
import { groupExpiry } from './joinGroup'
import type { TaskRow } from './task'

type Statement = ReturnType<typeof prepare>
const prepared = new WeakMap<Database, Statement>()

/**
 * Keeps a task without dependencies, and its group, in one statement: one way to the database instead of five. False, with nothing kept, where
 * the id is taken, the group does not let it in, or another schema is in force than the one that the payload was checked by.
 */
export async function insertAtOnce(
  database: Database,
  row: TaskRow,
  schedulerId: string,
  { now, schemaSha256 }: CheckedBy,
): Promise<boolean> {
  const statement = prepared.get(database) ?? prepare(database)
  prepared.set(database, statement)
  const kept = await statement.execute({
    ...row,
    definition: JSON.stringify(row.definition),
    deadline: row.deadline.toJSON(),
    expires: row.expires.toJSON(),
    runs: JSON.stringify(row.runs),
    scheduled: row.scheduled?.toJSON() ?? null,
    schedulerId,
    groupExpires: groupExpiry(row.expires).toJSON(),
    now: now.toJSON(),
    // no schema has an empty name
    schemaSha256: schemaSha256 ?? '',
  })
  return kept.length > 0
}

/** Without a name, the server keeps no statement of a connection: poolers in between would lose it. */
const unnamed = ''

function prepare(database: Database) {
  const value = sql.placeholder
  const asChecked = sql`coalesce((select ${taskQueues.schemaSha256} from ${taskQueues}
    where ${taskQueues.taskQueueId} = ${value('taskQueueId')}::text and ${taskQueues.expires} > ${value('now')}::timestamptz), '')
    = ${value('schemaSha256')}::text`
  const joined = database.$with('joined').as(
    database
      .insert(taskGroups)
      .select(
        sql`select ${value('taskGroupId')}::text, ${value('schedulerId')}::text, ${value('groupExpires')}::timestamptz, null::timestamptz
          where ${asChecked}`,
      )
      .onConflictDoUpdate({
        target: taskGroups.taskGroupId,
        set: { expires: sql`greatest(${taskGroups.expires}, excluded.expires)` },
        setWhere: sql`${taskGroups.schedulerId} = excluded.scheduler_id and ${taskGroups.sealed} is null`,
      })
      .returning({ taskGroupId: taskGroups.taskGroupId }),
  )
  return database
    .with(joined)
    .insert(tasks)
    .select(
      sql`select ${value('taskId')}::text, ${value('taskQueueId')}::text, ${value('taskGroupId')}::text, ${value('definition')}::text,
        ${value('deadline')}::timestamptz, ${value('expires')}::timestamptz, ${value('state')}::text, ${value('retriesLeft')}::integer,
        ${value('runs')}::text, ${value('scheduled')}::timestamptz from joined`,
    )
    .onConflictDoNothing()
    .returning({ taskId: tasks.taskId })
    .prepare(unnamed)
}
