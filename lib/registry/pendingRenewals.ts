import { and, asc, eq } from 'drizzle-orm'
import { type Renewal, renewalSchema } from './renewal'
import type { Store } from './store'
import { renewals } from './tables/renewals'

/** Renewals whose outcome is not recorded, of one task queue or of all, oldest first. */
export async function pendingRenewals(store: Store, taskQueueId?: string): Promise<Renewal[]> {
  const ofQueue = taskQueueId === undefined ? undefined : eq(renewals.taskQueueId, taskQueueId)
  const rows = await store.database
    .select()
    .from(renewals)
    .where(and(ofQueue, eq(renewals.state, 'intended')))
    .orderBy(asc(renewals.id))
  return rows.map((row) => renewalSchema.parse(row))
}
