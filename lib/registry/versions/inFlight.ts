import { and, desc, eq, ne, sql } from 'drizzle-orm'
import type { JsonObject } from '@/lib/base/json'
import type { Database } from '@/lib/registry/store/store'
import { versions } from '@/lib/registry/tables/registrationTables'
import { type Version, versionSchema } from './version'

/**
 * How long a registration without an outcome counts as one that is still being sent, in milliseconds: longer than the client of the Queue
 * waits in all. After that its process is taken for gone, or the Queue for silent.
 */
const longestFlight = 2 * 60_000

/** True while what was intended then may still be on its way to the Queue. */
export function isInFlight(intendedAt: Date, now: Date): boolean {
  return now.getTime() - intendedAt.getTime() < longestFlight
}

/**
 * Locks a task queue until the transaction ends, and answers the version that stands in the way of whoever has seen `basedOn` as the current
 * one (0 for none): another one that is in force, or one that is on its way to the Queue. Without `basedOn` nothing does.
 */
export async function findOvertaking(
  tx: Database,
  taskQueueId: string,
  basedOn: number | undefined,
  now: Date,
): Promise<Version | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${taskQueueId}, 0))`)
  if (basedOn === undefined) return undefined
  const newest = async (state: Version['state']) => {
    const ofQueue = and(eq(versions.taskQueueId, taskQueueId), eq(versions.state, state))
    const rows = await tx.select().from(versions).where(ofQueue).orderBy(desc(versions.number)).limit(1)
    return rows[0] && versionSchema.parse(rows[0])
  }
  const current = await newest('acknowledged')
  if (current !== undefined && current.number !== basedOn) return current
  const sent = await newest('intended')
  return sent !== undefined && isInFlight(sent.createdAt, now) ? sent : undefined
}

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
