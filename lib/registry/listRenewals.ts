import { desc, eq } from 'drizzle-orm'
import { type Renewal, renewalSchema } from './renewal'
import type { Store } from './store'
import { renewals } from './tables/renewals'

/** The renewals of a task queue, newest first, at most `limit`. */
export async function listRenewals(store: Store, taskQueueId: string, { limit = 20 } = {}): Promise<Renewal[]> {
  const rows = await store.database
    .select()
    .from(renewals)
    .where(eq(renewals.taskQueueId, taskQueueId))
    .orderBy(desc(renewals.id))
    .limit(limit)
  return rows.map((row) => renewalSchema.parse(row))
}
