import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Store } from '@/lib/registry/store/store'
import { workerTypeSettings } from '@/lib/registry/tables/registrationTables'

/** A row of `worker_type_settings`. */
const workerTypeSettingsSchema = z.object({
  taskQueueId: z.string(),
  automaticRenewal: z.boolean(),
  changedBy: z.string(),
  changedAt: z.date(),
})

/** What admins have decided about a registered worker type, whatever its version; who did, and when. */
type WorkerTypeSettings = z.infer<typeof workerTypeSettingsSchema>

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

/** The settings of these task queues, in no order; those that nobody has decided anything about are left out. */
export async function listWorkerTypeSettings(store: Store, taskQueueIds: string[]): Promise<WorkerTypeSettings[]> {
  const { taskQueueId } = workerTypeSettings
  const rows = await store.database.select().from(workerTypeSettings).where(inArray(taskQueueId, taskQueueIds))
  return rows.map((row) => workerTypeSettingsSchema.parse(row))
}

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
