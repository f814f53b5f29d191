import { and, desc, eq } from 'drizzle-orm'
import type { Store } from './store'
import { renewals } from './tables/renewals'

/** The latest expiry that the Queue has acknowledged for a version in a renewal; undefined where it was never renewed. */
export async function renewedUntil(store: Store, taskQueueId: string, number: number): Promise<Date | undefined> {
  const { expires } = renewals
  const ofVersion = and(eq(renewals.taskQueueId, taskQueueId), eq(renewals.number, number))
  const rows = await store.database
    .select({ expires })
    .from(renewals)
    .where(and(ofVersion, eq(renewals.state, 'acknowledged')))
    .orderBy(desc(expires))
    .limit(1)
  return rows[0]?.expires
}
