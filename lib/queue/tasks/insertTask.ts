import { sql } from 'drizzle-orm'
import { inBatches } from '@/lib/base/sharedReads'
import { schemaInForce } from '@/lib/queue/taskQueues/schemaInForce'
import { databaseTrouble } from '@/lib/registry/store/databaseTrouble'
import type { Database, Store } from '@/lib/registry/store/store'
import { taskGroups, taskQueues, tasks } from '@/lib/registry/tables/queueTables'
import { trackDependencies } from './dependencies'
import { newTaskRow, readTask, sameTask, type TaskDefinition, type TaskRow } from './task'
import { groupExpiry, joinGroup } from './taskGroup'

/**
 * Keeps a task, or finds it again: the same definition a second time is the same task. A task whose dependencies are satisfied is pending at
 * once. Undefined, with nothing kept, where another schema is in force than the one that the payload was checked by. Throws RequestConflict
 * for another definition under this id and for a group that is sealed or of another scheduler, InputError for dependencies that do not exist
 * or expire too early; then nothing was kept.
 */
export async function insertTask(
  store: Store,
  taskId: string,
  definition: TaskDefinition,
  checked: CheckedBy,
): Promise<TaskRow | undefined> {
  const { now, schemaSha256 } = checked
  const independent = definition.dependencies.length === 0
  const row = newTaskRow(taskId, definition, now, independent)
  if (independent && (await insertAtOnce(store.database, row, definition.schedulerId, checked))) return row
  return store.database.transaction(async (tx) => {
    const { sha256 } = await schemaInForce(tx, definition.taskQueueId, now)
    if (sha256 !== schemaSha256) return undefined
    await joinGroup(tx, definition)
    const kept = await tx.insert(tasks).values(row).onConflictDoNothing().returning({ taskId: tasks.taskId })
    if (kept.length === 0) return sameTask(await readTask(tx, taskId), taskId, { ...definition })
    if (independent) return row
    return (await trackDependencies(tx, row, definition, now)) ?? row
  })
}

/** A task as the statement reads it from JSON; the definition and the runs are texts in it. */
interface NewTask extends Omit<TaskRow, 'definition' | 'runs' | 'deadline' | 'expires' | 'scheduled'> {
  definition: string
  runs: string
  deadline: string
  expires: string
  scheduled: string | null
  schedulerId: string
  groupExpires: string
  now: string
  /** empty where there was none: no schema has an empty name */
  schemaSha256: string
}

const inserts = new WeakMap<Database, (task: NewTask) => Promise<boolean>>()
const limits = {
  most: 50,
  weigh: ({ definition }: NewTask) => definition.length,
  heaviest: 1_000_000,
  failsAll: (error: unknown) => databaseTrouble(error) !== undefined,
}

/**
 * Keeps a task without dependencies, and its group. Tasks that come at once are kept by one statement: each way to the database costs more than the task itself. False,
 * with nothing kept, where the id is taken, the group does not let it in, or another schema is in force than the one that the payload was checked by.
 */
async function insertAtOnce(
  database: Database,
  row: TaskRow,
  schedulerId: string,
  { now, schemaSha256 }: CheckedBy,
): Promise<boolean> {
  const insert = inserts.get(database) ?? inBatches(insertsInto(database), limits)
  inserts.set(database, insert)
  return insert({
    ...row,
    definition: JSON.stringify(row.definition),
    deadline: row.deadline.toJSON(),
    expires: row.expires.toJSON(),
    runs: JSON.stringify(row.runs),
    scheduled: row.scheduled?.toJSON() ?? null,
    schedulerId,
    groupExpires: groupExpiry(row.expires).toJSON(),
    now: now.toJSON(),
    schemaSha256: schemaSha256 ?? '',
  })
}

function insertsInto(database: Database): (batch: NewTask[]) => Promise<boolean[]> {
  const statement = prepare(database)
  return async (batch) => {
    const kept = new Set((await statement.execute({ batch: JSON.stringify(batch) })).map(({ taskId }) => taskId))
    // of two with the same id, the first one is kept
    return batch.map(({ taskId }) => kept.delete(taskId))
  }
}

/** Without a name, the server keeps no statement of a connection: poolers in between would lose it. */
const unnamed = ''

/** Groups and tasks are kept in the order of their ids, so that two processes do not wait for each other. */
function prepare(database: Database) {
  const asChecked = sql`coalesce((select ${taskQueues.schemaSha256} from ${taskQueues}
    where ${taskQueues.taskQueueId} = batch."taskQueueId" and ${taskQueues.expires} > batch.now), '') = batch."schemaSha256"`
  const batch = sql`json_to_recordset(${sql.placeholder('batch')}::json) as batch("taskId" text, "taskQueueId" text, "taskGroupId" text, definition text,
    deadline timestamptz, expires timestamptz, state text, "retriesLeft" integer, runs text, scheduled timestamptz,
    "schedulerId" text, "groupExpires" timestamptz, now timestamptz, "schemaSha256" text)`
  const checked = database
    .$with('checked', { taskId: sql<string>`"taskId"` })
    .as(sql`select * from ${batch} where ${asChecked}`)
  const joined = database.$with('joined').as(
    database
      .insert(taskGroups)
      .select(
        sql`select distinct on ("taskGroupId") "taskGroupId", "schedulerId",
          max("groupExpires") over (partition by "taskGroupId", "schedulerId"), null::timestamptz
          from checked order by "taskGroupId", "schedulerId"`,
      )
      .onConflictDoUpdate({
        target: taskGroups.taskGroupId,
        set: { expires: sql`greatest(${taskGroups.expires}, excluded.expires)` },
        setWhere: sql`${taskGroups.schedulerId} = excluded.scheduler_id and ${taskGroups.sealed} is null`,
      })
      .returning({ taskGroupId: taskGroups.taskGroupId, schedulerId: taskGroups.schedulerId }),
  )
  return database
    .with(checked, joined)
    .insert(tasks)
    .select(
      sql`select "taskId", "taskQueueId", "taskGroupId", definition, deadline, checked.expires, state, "retriesLeft", runs, scheduled
        from checked join joined on joined.task_group_id = "taskGroupId" and joined.scheduler_id = "schedulerId" order by "taskId"`,
    )
    .onConflictDoNothing()
    .returning({ taskId: tasks.taskId })
    .prepare(unnamed)
}

/** When a payload was checked, and by which schema; null for none. */
interface CheckedBy {
  now: Date
  schemaSha256: string | null
}
