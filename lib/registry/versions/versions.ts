import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Store } from '@/lib/registry/store/store'
import { versionBundles, versions } from '@/lib/registry/tables/registrationTables'
import { outcomeSchema, type Version, versionSchema } from './version'

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

/** All versions of a task queue, newest first, with those that failed or wait for the Queue's answer. */
export async function listVersions(store: Store, taskQueueId: string): Promise<Version[]> {
  const rows = await store.database
    .select()
    .from(versions)
    .where(eq(versions.taskQueueId, taskQueueId))
    .orderBy(desc(versions.number))
  return rows.map((row) => versionSchema.parse(row))
}

/** One version of a task queue, or undefined. */
export async function readVersion(store: Store, taskQueueId: string, number: number): Promise<Version | undefined> {
  const key = and(eq(versions.taskQueueId, taskQueueId), eq(versions.number, number))
  const rows = await store.database.select().from(versions).where(key)
  return rows[0] && versionSchema.parse(rows[0])
}

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

const summarySchema = z.object({
  taskQueueId: z.string(),
  number: z.number().int(),
  description: z.string(),
  schemaSha256: z.string(),
  expires: z.date(),
  rootUrl: z.string(),
  author: z.string(),
  outcome: outcomeSchema.nullable(),
  resolvedAt: z.date().nullable(),
})

/** A worker type in a list: its current version without design and schemas. */
export type WorkerTypeSummary = z.infer<typeof summarySchema>

/** The registered worker types with their current versions, by task queue id. */
export async function listRegisteredWorkerTypes(store: Store): Promise<WorkerTypeSummary[]> {
  const { taskQueueId, number, description, schemaSha256, expires, rootUrl, author, outcome, resolvedAt } = versions
  const rows = await store.database
    .selectDistinctOn([taskQueueId], {
      taskQueueId,
      number,
      description,
      schemaSha256,
      expires,
      rootUrl,
      author,
      outcome,
      resolvedAt,
    })
    .from(versions)
    .where(eq(versions.state, 'acknowledged'))
    .orderBy(asc(taskQueueId), desc(number))
  return rows.map((row) => summarySchema.parse(row))
}
