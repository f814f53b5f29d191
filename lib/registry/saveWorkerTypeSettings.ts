import { recordAudit } from './recordAudit'
import type { Store } from './store'
import { workerTypeSettings } from './tables/workerTypeSettings'
import type { WorkerTypeSettings } from './workerTypeSettings'

/** Keeps the settings of a task queue. */
export async function saveWorkerTypeSettings(store: Store, settings: WorkerTypeSettings): Promise<void> {
  const { taskQueueId, automaticRenewal, changedBy, changedAt } = settings
  await store.database.transaction(async (tx) => {
    const target = workerTypeSettings.taskQueueId
    await tx.insert(workerTypeSettings).values(settings).onConflictDoUpdate({ target, set: settings })
    const entity = `task-queue:${taskQueueId}`
    const detail = { automaticRenewal }
    await recordAudit(tx, { entity, action: 'worker-type-settings.saved', who: changedBy, at: changedAt, detail })
  })
}
