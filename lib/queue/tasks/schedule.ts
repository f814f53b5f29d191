import { and, eq } from 'drizzle-orm'
import type { Database } from '@/lib/registry/store'
import { tasks } from '@/lib/registry/tables/tasks'
import { isOneOf } from './isOneOf'
import { firstRun } from './newTaskRow'
import { type TaskRow, taskRowSchema } from './task'

/** Makes unscheduled tasks pending. The rows of those that it did this to. */
export async function schedule(tx: Database, taskIds: string[], now: Date): Promise<TaskRow[]> {
  const rows = await tx
    .update(tasks)
    .set({ state: 'pending', runs: [firstRun(now)], scheduled: now })
    .where(and(isOneOf(tasks.taskId, taskIds), eq(tasks.state, 'unscheduled')))
    .returning()
  return rows.map((row) => taskRowSchema.parse(row))
}
