import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { canonicalJson, type JsonObject } from '@/lib/base/json'
import { sha256 } from '@/lib/base/sha256'
import { auditChanges } from '@/lib/compose/secrets/auditChanges'
import type { Store } from '@/lib/registry/store/store'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import { poolRegistrations } from '@/lib/registry/tables/registrationTables'

/** A row of `pool_registrations`. */
export const poolRegistrationSchema = z.object({
  id: z.number().int().positive(),
  workerPoolId: z.string(),
  rootUrl: z.string(),
  definition: jsonObjectSchema,
  seen: jsonObjectSchema.nullable(),
  author: z.string(),
  message: z.string(),
  createdAt: z.date(),
  state: z.enum(['intended', 'acknowledged', 'failed']),
  answer: jsonObjectSchema.nullable(),
  resolvedAt: z.date().nullable(),
})

/**
 * A worker pool that was created or updated at the worker-manager of `rootUrl`, or is about to be. `definition` is what is sent, `seen` the
 * definition that was there before (null for none), `answer` the pool as worker-manager answered it, or the problem.
 */
export type PoolRegistration = z.infer<typeof poolRegistrationSchema>

/** Registrations of a worker pool, newest first, at most `limit`. */
export async function listPoolRegistrations(
  store: Store,
  workerPoolId: string,
  limit = 100,
): Promise<PoolRegistration[]> {
  const rows = await store.database
    .select()
    .from(poolRegistrations)
    .where(eq(poolRegistrations.workerPoolId, workerPoolId))
    .orderBy(desc(poolRegistrations.id))
    .limit(limit)
  return rows.map((row) => poolRegistrationSchema.parse(row))
}

/** Registrations whose outcome is not recorded, of one worker pool or of all, oldest first. */
export async function pendingPoolRegistrations(store: Store, workerPoolId?: string): Promise<PoolRegistration[]> {
  const ofPool = workerPoolId === undefined ? undefined : eq(poolRegistrations.workerPoolId, workerPoolId)
  const rows = await store.database
    .select()
    .from(poolRegistrations)
    .where(and(ofPool, eq(poolRegistrations.state, 'intended')))
    .orderBy(asc(poolRegistrations.id))
  return rows.map((row) => poolRegistrationSchema.parse(row))
}

/** What the audit says of the definition of a worker pool before and after a change: its SHA-256, and the changed places. */
export function poolAudit(before: JsonObject | null, after: JsonObject | null): JsonObject {
  const state = (definition: JsonObject | null) =>
    definition === null ? null : { sha256: sha256(canonicalJson(definition)) }
  return { before: state(before), after: state(after), ...auditChanges(before ?? {}, after ?? {}) }
}
