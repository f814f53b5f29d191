import { and, asc, count, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { JsonObject } from '@/lib/base/json'
import { ApiError } from '@/lib/queue/api/apiError'
import { cutPage, readPage } from '@/lib/queue/api/parameters'
import type { Database } from '@/lib/registry/store/store'
import { taskGroups, tasks } from '@/lib/registry/tables/queueTables'
import { type TaskDefinition, type TaskRow, taskRowSchema } from './task'

const taskGroupSchema = z.object({
  taskGroupId: z.string(),
  schedulerId: z.string(),
  expires: z.date(),
  sealed: z.date().nullable(),
})

/** A row of `task_groups`. */
type TaskGroup = z.infer<typeof taskGroupSchema>

/** The task group with this id. Throws ResourceNotFound. */
export async function findTaskGroup(database: Database, taskGroupId: string): Promise<TaskGroup> {
  const rows = await database.select().from(taskGroups).where(eq(taskGroups.taskGroupId, taskGroupId))
  if (rows[0] !== undefined) return taskGroupSchema.parse(rows[0])
  throw new ApiError('ResourceNotFound', `No task-group with taskGroupId: \`${taskGroupId}\``)
}

/** Lets no more tasks into a group. The first time stays. */
export async function sealTaskGroup(database: Database, group: TaskGroup, now: Date): Promise<TaskGroup> {
  const rows = await database
    .update(taskGroups)
    .set({ sealed: sql`coalesce(${taskGroups.sealed}, ${now.toJSON()})` })
    .where(eq(taskGroups.taskGroupId, group.taskGroupId))
    .returning()
  return taskGroupSchema.parse(rows[0])
}

/** A page of the tasks of a group, by id. Throws InputError for a bad token. */
export async function listTaskGroup(
  database: Database,
  taskGroupId: string,
  query: { limit?: string; continuationToken?: string },
): Promise<{ rows: TaskRow[]; continuationToken?: string }> {
  const page = readPage(query, /^[A-Za-z0-9_-]{22}$/)
  if (page.limit === 0) return { rows: [] }
  const after = page.after === undefined ? undefined : gt(tasks.taskId, page.after)
  const found = await database
    .select()
    .from(tasks)
    .where(and(eq(tasks.taskGroupId, taskGroupId), after))
    .orderBy(asc(tasks.taskId))
    .limit(page.limit + 1)
  const { rows, ...rest } = cutPage(found, page, (row) => row.taskId)
  return { rows: rows.map((row) => taskRowSchema.parse(row)), ...rest }
}

/** How many tasks a group has. */
export async function taskGroupSize(database: Database, taskGroupId: string): Promise<number> {
  const rows = await database.select({ size: count() }).from(tasks).where(eq(tasks.taskGroupId, taskGroupId))
  return rows[0]?.size ?? 0
}

/** A task group as answers have it. */
export function taskGroupAnswer({ taskGroupId, schedulerId, expires, sealed }: TaskGroup): JsonObject {
  const answer = { taskGroupId, schedulerId, expires: expires.toJSON() }
  return sealed === null ? answer : { ...answer, sealed: sealed.toJSON() }
}

const hour = 60 * 60 * 1000

/** Makes a task group for a task, or lets it live as long as the task. Throws RequestConflict where the group is sealed or of another scheduler. */
export async function joinGroup(tx: Database, { taskGroupId, schedulerId, expires }: TaskDefinition): Promise<void> {
  const rows = await tx
    .insert(taskGroups)
    .values({ taskGroupId, schedulerId, expires: groupExpiry(new Date(expires)) })
    .onConflictDoUpdate({
      target: taskGroups.taskGroupId,
      set: { expires: sql`greatest(${taskGroups.expires}, excluded.expires)` },
    })
    .returning()
  const group = rows[0]
  if (group !== undefined && group.schedulerId !== schedulerId) {
    throw new ApiError(
      'RequestConflict',
      `Task group \`${taskGroupId}\` contains tasks with a schedulerId other than \`${schedulerId}\` ` +
        `(${group.schedulerId}). All tasks in the same task-group must have the same schedulerId.`,
    )
  }
  if (group?.sealed) {
    throw new ApiError(
      'RequestConflict',
      `Task group \`${taskGroupId}\` is sealed and does not accept new tasks, since ${group.sealed.toJSON()}.`,
    )
  }
}

/** A group lives an hour longer than the last of its tasks. */
export function groupExpiry(ofTask: Date): Date {
  return new Date(ofTask.getTime() + hour)
}
