import { and, asc, eq } from 'drizzle-orm'
import type { Store } from './store'
import { versions } from './tables/versions'
import { type Version, versionSchema } from './version'

/** Versions whose outcome is not recorded, of one task queue or of all, oldest first: what a crash or an unreachable Queue left behind. */
export async function pendingIntents(store: Store, taskQueueId?: string): Promise<Version[]> {
  const ofQueue = taskQueueId === undefined ? undefined : eq(versions.taskQueueId, taskQueueId)
  const rows = await store.database
    .select()
    .from(versions)
    .where(and(ofQueue, eq(versions.state, 'intended')))
    .orderBy(asc(versions.createdAt), asc(versions.taskQueueId), asc(versions.number))
  return rows.map((row) => versionSchema.parse(row))
}
