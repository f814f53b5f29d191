import { inArray, sql } from 'drizzle-orm'
import { equalJson } from '../../base/equalJson'
import type { JsonObject } from '../../base/json'
import type { Database, Store } from '../../registry/store'
import { taskGroups } from '../../registry/tables/taskGroups'
import { tasks } from '../../registry/tables/tasks'
import { ApiError } from '../api/apiError'
import { readTask } from './readTask'
import { type TaskDefinition, type TaskRow, taskRowSchema } from './task'

/**
 * Keeps a task, or finds it again: the same definition a second time is the same task. A task without dependencies is pending at once.
 * Throws RequestConflict for another definition under this id and for a group of another scheduler, InputError for dependencies that do
 * not exist or expire too early; then nothing was kept.
 */
export async function insertTask(
  store: Store,
  taskId: string,
  definition: TaskDefinition,
  now: Date,
): Promise<TaskRow> {
  return store.database.transaction(async (tx) => {
    await joinGroup(tx, definition)
    const scheduled = definition.dependencies.length === 0
    const run = { runId: 0, state: 'pending', reasonCreated: 'scheduled', scheduled: now.toJSON() }
    const rows = await tx
      .insert(tasks)
      .values({
        taskId,
        taskQueueId: definition.taskQueueId,
        taskGroupId: definition.taskGroupId,
        definition: { ...definition },
        expires: new Date(definition.expires),
        state: scheduled ? 'pending' : 'unscheduled',
        retriesLeft: definition.retries,
        runs: scheduled ? [run] : [],
      })
      .onConflictDoNothing()
      .returning()
    if (rows[0] === undefined) return sameTask(await readTask(tx, taskId), taskId, { ...definition })
    if (!scheduled) await checkDependencies(tx, definition)
    return taskRowSchema.parse(rows[0])
  })
}

/** The task that is there, if it has this very definition. */
export function sameTask(found: TaskRow | undefined, taskId: string, definition: JsonObject): TaskRow {
  if (found !== undefined && equalJson(found.definition, definition)) return found
  throw new ApiError(
    'RequestConflict',
    `taskId ${taskId} already used by another task with a different definition. A repetition must have the same dates as the first request.`,
  )
}

async function joinGroup(tx: Database, { taskGroupId, schedulerId, expires }: TaskDefinition): Promise<void> {
  // an hour longer than the last of its tasks
  const until = new Date(new Date(expires).getTime() + 60 * 60 * 1000)
  const rows = await tx
    .insert(taskGroups)
    .values({ taskGroupId, schedulerId, expires: until })
    .onConflictDoUpdate({
      target: taskGroups.taskGroupId,
      set: { expires: sql`greatest(${taskGroups.expires}, excluded.expires)` },
    })
    .returning()
  const group = rows[0]
  if (group !== undefined && group.schedulerId !== schedulerId) {
    throw new ApiError(
      'RequestConflict',
      `Task group ${taskGroupId} contains tasks of the scheduler ${group.schedulerId}; a task of ${schedulerId} cannot join it.`,
    )
  }
  if (group?.sealed)
    throw new ApiError('RequestConflict', `Task group ${taskGroupId} is sealed since ${group.sealed.toJSON()}.`)
}

async function checkDependencies(tx: Database, { dependencies, deadline }: TaskDefinition): Promise<void> {
  const { taskId, expires } = tasks
  const found = await tx.select({ taskId, expires }).from(tasks).where(inArray(taskId, dependencies))
  const expiry = new Map(found.map((row) => [row.taskId, row.expires]))
  const missing = dependencies.filter((id) => !expiry.has(id))
  if (missing.length > 0) throw new ApiError('InputError', `Dependencies that do not exist: ${missing.join(', ')}.`)
  const early = dependencies.filter((id) => (expiry.get(id) ?? new Date(0)) < new Date(deadline))
  if (early.length > 0)
    throw new ApiError('InputError', `Dependencies that expire before the deadline: ${early.join(', ')}.`)
}
