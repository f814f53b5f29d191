import { and, desc, eq, sql } from 'drizzle-orm'
import { isInFlight } from './inFlight'
import type { Database } from './store'
import { versions } from './tables/versions'
import { type Version, versionSchema } from './version'

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
