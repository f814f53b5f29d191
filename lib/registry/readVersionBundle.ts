import { and, eq } from 'drizzle-orm'
import type { Store } from './store'
import { versionBundles } from './tables/versionBundles'

export type BundleFormat = 'tar.gz' | 'zip'

/** The bundle of a version, the same bytes for ever; undefined where none was kept. */
export async function readVersionBundle(
  store: Store,
  { taskQueueId, number }: { taskQueueId: string; number: number },
  format: BundleFormat,
): Promise<Buffer | undefined> {
  const key = and(
    eq(versionBundles.taskQueueId, taskQueueId),
    eq(versionBundles.number, number),
    eq(versionBundles.format, format),
  )
  const rows = await store.database.select({ content: versionBundles.content }).from(versionBundles).where(key)
  return rows[0] && Buffer.from(rows[0].content, 'base64')
}
