import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Store } from '@/lib/registry/store/store'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import { renewals, versions } from '@/lib/registry/tables/registrationTables'

/** A row of `renewals`. */
export const renewalSchema = z.object({
  id: z.number().int().positive(),
  taskQueueId: z.string(),
  number: z.number().int().positive(),
  whole: z.boolean(),
  expires: z.date(),
  author: z.string(),
  message: z.string(),
  createdAt: z.date(),
  state: z.enum(['intended', 'acknowledged', 'failed']),
  queueAnswer: jsonObjectSchema.nullable(),
  resolvedAt: z.date().nullable(),
})

/**
 * A registered version that was declared to the Queue again. `whole`: with everything that the version says, else its expiry alone;
 * `expires` is what the Queue was asked for.
 */
export type Renewal = z.infer<typeof renewalSchema>

/** The renewals of a task queue, newest first, at most `limit`. */
export async function listRenewals(store: Store, taskQueueId: string, { limit = 20 } = {}): Promise<Renewal[]> {
  const rows = await store.database
    .select()
    .from(renewals)
    .where(eq(renewals.taskQueueId, taskQueueId))
    .orderBy(desc(renewals.id))
    .limit(limit)
  return rows.map((row) => renewalSchema.parse(row))
}

/** Renewals whose outcome is not recorded, of one task queue or of all, oldest first. */
export async function pendingRenewals(store: Store, taskQueueId?: string): Promise<Renewal[]> {
  const ofQueue = taskQueueId === undefined ? undefined : eq(renewals.taskQueueId, taskQueueId)
  const rows = await store.database
    .select()
    .from(renewals)
    .where(and(ofQueue, eq(renewals.state, 'intended')))
    .orderBy(asc(renewals.id))
  return rows.map((row) => renewalSchema.parse(row))
}

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

/** The latest expiry that the Queue has acknowledged for a version in a renewal; undefined where it was never renewed. */
export async function renewedUntil(store: Store, taskQueueId: string, number: number): Promise<Date | undefined> {
  const { expires } = renewals
  const ofVersion = and(eq(renewals.taskQueueId, taskQueueId), eq(renewals.number, number))
  const rows = await store.database
    .select({ expires })
    .from(renewals)
    .where(and(ofVersion, eq(renewals.state, 'acknowledged')))
    .orderBy(desc(expires))
    .limit(1)
  return rows[0]?.expires
}
