import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Store } from '@/lib/registry/store/store'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import { queueChecks } from '@/lib/registry/tables/registrationTables'

/** A row of `queue_checks`. */
const queueCheckSchema = z.object({
  taskQueueId: z.string(),
  number: z.number().int().positive(),
  checkedAt: z.date(),
  report: jsonObjectSchema,
})

/** What a comparison of version `number` with its Queue has found: a report of the registrar's, with its `state`. */
export type QueueCheck = z.infer<typeof queueCheckSchema>

/** The last check of a task queue; undefined before the first. */
export async function readQueueCheck(store: Store, taskQueueId: string): Promise<QueueCheck | undefined> {
  const rows = await store.database.select().from(queueChecks).where(eq(queueChecks.taskQueueId, taskQueueId))
  return rows[0] && queueCheckSchema.parse(rows[0])
}

/** The last checks of these task queues, in no order; those that were never checked are left out. */
export async function listQueueChecks(store: Store, taskQueueIds: string[]): Promise<QueueCheck[]> {
  const rows = await store.database.select().from(queueChecks).where(inArray(queueChecks.taskQueueId, taskQueueIds))
  return rows.map((row) => queueCheckSchema.parse(row))
}

/** Keeps the newest check of a task queue. The audit hears of it when version or state are others than the time before. */
export async function recordQueueCheck(store: Store, check: QueueCheck, who: string): Promise<void> {
  const { taskQueueId, number, checkedAt, report } = check
  await store.database.transaction(async (tx) => {
    const ofQueue = eq(queueChecks.taskQueueId, taskQueueId)
    const found = await tx.select().from(queueChecks).where(ofQueue).for('update')
    const before = found[0] && queueCheckSchema.parse(found[0])
    if (before !== undefined && before.checkedAt > checkedAt) return
    await tx.insert(queueChecks).values(check).onConflictDoUpdate({ target: queueChecks.taskQueueId, set: check })
    if (before?.number === number && before.report.state === report.state) return
    const state = (checked: QueueCheck) => ({ number: checked.number, state: checked.report.state ?? null })
    const detail = { ...state(check), before: before === undefined ? null : state(before), after: state(check) }
    await recordAudit(tx, { entity: `task-queue:${taskQueueId}`, action: 'queue.checked', who, at: checkedAt, detail })
  })
}
