import { eq } from 'drizzle-orm'
import type { Database } from '@/lib/registry/store'
import { tasks } from '@/lib/registry/tables/tasks'
import { type TaskRow, taskRowSchema } from './task'

/** The task with this id, or undefined. */
export async function readTask(database: Database, taskId: string): Promise<TaskRow | undefined> {
  const rows = await database.select().from(tasks).where(eq(tasks.taskId, taskId))
  return rows[0] && taskRowSchema.parse(rows[0])
}
