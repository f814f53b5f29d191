import { and, desc, eq } from 'drizzle-orm'
import type { Store } from './store'
import { versions } from './tables/versions'
import { type Version, versionSchema } from './version'

/** The version of a task queue that is in force: the newest that the Queue acknowledged. */
export async function currentVersion(store: Store, taskQueueId: string): Promise<Version | undefined> {
  const rows = await store.database
    .select()
    .from(versions)
    .where(and(eq(versions.taskQueueId, taskQueueId), eq(versions.state, 'acknowledged')))
    .orderBy(desc(versions.number))
    .limit(1)
  return rows[0] && versionSchema.parse(rows[0])
}
