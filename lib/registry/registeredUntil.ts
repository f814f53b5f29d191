import { and, eq } from 'drizzle-orm'
import type { Database } from './store'
import { renewals } from './tables/renewals'
import { versions } from './tables/versions'

/** Until when a version is declared, by its registration and its renewals, as ISO 8601; null for a version that is not there. */
export async function registeredUntil(tx: Database, taskQueueId: string, number: number): Promise<string | null> {
  const ofVersion = and(eq(versions.taskQueueId, taskQueueId), eq(versions.number, number))
  const ofRenewals = and(eq(renewals.taskQueueId, taskQueueId), eq(renewals.number, number))
  const registered = await tx.select({ expires: versions.expires }).from(versions).where(ofVersion)
  const renewed = await tx
    .select({ expires: renewals.expires })
    .from(renewals)
    .where(and(ofRenewals, eq(renewals.state, 'acknowledged')))
  const times = [...registered, ...renewed].map(({ expires }) => expires.toJSON())
  return times.sort().at(-1) ?? null
}
