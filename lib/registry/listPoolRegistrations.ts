import { and, asc, desc, eq } from 'drizzle-orm'
import { type PoolRegistration, poolRegistrationSchema } from './poolRegistration'
import type { Store } from './store'
import { poolRegistrations } from './tables/poolRegistrations'

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
