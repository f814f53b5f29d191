import { sql } from 'drizzle-orm'
import { ApiError } from '@/lib/queue/api/apiError'
import type { Database } from '@/lib/registry/store'
import { taskGroups } from '@/lib/registry/tables/taskGroups'
import type { TaskDefinition } from './task'

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
