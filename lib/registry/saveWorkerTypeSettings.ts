import { eq } from 'drizzle-orm'
import { recordAudit } from './recordAudit'
import type { Store } from './store'
import { workerTypeSettings } from './tables/workerTypeSettings'
import type { WorkerTypeSettings } from './workerTypeSettings'

/** Keeps the settings of a task queue. Those that are there already stay as they are, with who decided them. */
export async function saveWorkerTypeSettings(store: Store, settings: WorkerTypeSettings): Promise<void> {
  const { taskQueueId, automaticRenewal, changedBy, changedAt } = settings
  await store.database.transaction(async (tx) => {
    const target = workerTypeSettings.taskQueueId
    const found = await tx.select().from(workerTypeSettings).where(eq(target, taskQueueId)).for('update')
    const before = found[0]?.automaticRenewal ?? false
    if (before === automaticRenewal) return
    await tx.insert(workerTypeSettings).values(settings).onConflictDoUpdate({ target, set: settings })
    const entity = `task-queue:${taskQueueId}`
    const detail = { automaticRenewal, before: { automaticRenewal: before }, after: { automaticRenewal } }
    await recordAudit(tx, { entity, action: 'worker-type-settings.saved', who: changedBy, at: changedAt, detail })
  })
}
