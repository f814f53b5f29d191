import { eq } from 'drizzle-orm'
import { type QueueCheck, queueCheckSchema } from './queueCheck'
import { recordAudit } from './recordAudit'
import type { Store } from './store'
import { queueChecks } from './tables/queueChecks'

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
