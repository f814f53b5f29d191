import { inArray } from 'drizzle-orm'
import type { Store } from './store'
import { workerTypeSettings } from './tables/workerTypeSettings'
import { type WorkerTypeSettings, workerTypeSettingsSchema } from './workerTypeSettings'

/** The settings of these task queues, in no order; those that nobody has decided anything about are left out. */
export async function listWorkerTypeSettings(store: Store, taskQueueIds: string[]): Promise<WorkerTypeSettings[]> {
  const { taskQueueId } = workerTypeSettings
  const rows = await store.database.select().from(workerTypeSettings).where(inArray(taskQueueId, taskQueueIds))
  return rows.map((row) => workerTypeSettingsSchema.parse(row))
}
