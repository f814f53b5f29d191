import { desc, eq } from 'drizzle-orm'
import type { Store } from './store'
import { versions } from './tables/versions'
import { type Version, versionSchema } from './version'

/** All versions of a task queue, newest first, with those that failed or wait for the Queue's answer. */
export async function listVersions(store: Store, taskQueueId: string): Promise<Version[]> {
  const rows = await store.database
    .select()
    .from(versions)
    .where(eq(versions.taskQueueId, taskQueueId))
    .orderBy(desc(versions.number))
  return rows.map((row) => versionSchema.parse(row))
}
