import { ApiError } from '@/lib/queue/api/apiError'
import type { Database } from '@/lib/registry/store'
import { readTask } from './readTask'
import type { TaskRow } from './task'

/** The task with this id. Throws ResourceNotFound. */
export async function findTask(database: Database, taskId: string): Promise<TaskRow> {
  const row = await readTask(database, taskId)
  if (row !== undefined) return row
  throw new ApiError('ResourceNotFound', `Task \`${taskId}\` not found. Are you sure it was created?`)
}
