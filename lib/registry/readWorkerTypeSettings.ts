import { eq } from 'drizzle-orm'
import type { Store } from './store'
import { workerTypeSettings } from './tables/workerTypeSettings'
import { type WorkerTypeSettings, workerTypeSettingsSchema } from './workerTypeSettings'

/** The settings of a task queue; undefined where nobody has decided anything. */
export async function readWorkerTypeSettings(
  store: Store,
  taskQueueId: string,
): Promise<WorkerTypeSettings | undefined> {
  const rows = await store.database
    .select()
    .from(workerTypeSettings)
    .where(eq(workerTypeSettings.taskQueueId, taskQueueId))
  return rows[0] && workerTypeSettingsSchema.parse(rows[0])
}
