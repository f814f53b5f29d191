import { and, eq } from 'drizzle-orm'
import type { Store } from './store'
import { versions } from './tables/versions'
import { type Version, versionSchema } from './version'

/** One version of a task queue, or undefined. */
export async function readVersion(store: Store, taskQueueId: string, number: number): Promise<Version | undefined> {
  const key = and(eq(versions.taskQueueId, taskQueueId), eq(versions.number, number))
  const rows = await store.database.select().from(versions).where(key)
  return rows[0] && versionSchema.parse(rows[0])
}
