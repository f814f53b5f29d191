import { schemaInForce } from '@/lib/queue/taskQueues/validatorInForce'
import type { Store } from '@/lib/registry/store'
import { tasks } from '@/lib/registry/tables/tasks'
import type { CheckedBy } from './checkedBy'
import { insertAtOnce } from './insertAtOnce'
import { joinGroup } from './joinGroup'
import { newTaskRow } from './newTaskRow'
import { readTask } from './readTask'
import { sameTask } from './sameTask'
import type { TaskDefinition, TaskRow } from './task'
import { trackDependencies } from './trackDependencies'

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
