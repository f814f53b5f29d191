import { and, desc, eq, ne } from 'drizzle-orm'
import type { JsonObject } from '@/lib/base/json'
import type { Database } from './store'
import { versions } from './tables/versions'

/** What the audit says of the version of a task queue that is in force, leaving one out where that is said; null for none. */
export async function versionInForce(tx: Database, taskQueueId: string, without = 0): Promise<JsonObject | null> {
  const { number, schemaSha256, outcome, state } = versions
  const rows = await tx
    .select({ number, schemaSha256, outcome })
    .from(versions)
    .where(and(eq(versions.taskQueueId, taskQueueId), eq(state, 'acknowledged'), ne(number, without)))
    .orderBy(desc(number))
    .limit(1)
  return rows[0] ?? null
}
