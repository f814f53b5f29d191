import type { Store } from '../../registry/store'
import { tasks } from '../../registry/tables/tasks'
import { insertAtOnce } from './insertAtOnce'
import { joinGroup } from './joinGroup'
import { newTaskRow } from './newTaskRow'
import { readTask } from './readTask'
import { sameTask } from './sameTask'
import type { TaskDefinition, TaskRow } from './task'
import { trackDependencies } from './trackDependencies'

/**
 * Keeps a task, or finds it again: the same definition a second time is the same task. A task whose dependencies are satisfied is pending at
 * once. Throws RequestConflict for another definition under this id and for a group that is sealed or of another scheduler, InputError for
 * dependencies that do not exist or expire too early; then nothing was kept.
 */
export async function insertTask(
  store: Store,
  taskId: string,
  definition: TaskDefinition,
  now: Date,
): Promise<TaskRow> {
  const independent = definition.dependencies.length === 0
  const row = newTaskRow(taskId, definition, now, independent)
  if (independent && (await insertAtOnce(store.database, row, definition.schedulerId))) return row
  return store.database.transaction(async (tx) => {
    await joinGroup(tx, definition)
    const kept = await tx.insert(tasks).values(row).onConflictDoNothing().returning({ taskId: tasks.taskId })
    if (kept.length === 0) return sameTask(await readTask(tx, taskId), taskId, { ...definition })
    if (independent) return row
    return (await trackDependencies(tx, row, definition, now)) ?? row
  })
}
