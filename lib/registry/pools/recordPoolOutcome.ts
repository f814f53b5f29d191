import { and, eq } from 'drizzle-orm'
import type { JsonObject } from '@/lib/base/json'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Store } from '@/lib/registry/store/store'
import { poolRegistrations } from '@/lib/registry/tables/registrationTables'
import { problemOf } from '@/lib/registry/versions/recordOutcome'
import { type PoolRegistration, poolAudit, poolRegistrationSchema } from './poolRegistrations'

/** What became of a pool's registration. */
export interface PoolResolution {
  state: 'acknowledged' | 'failed'
  answer: JsonObject | null
  who: string
  now: Date
}

/** Records what worker-manager said. The first outcome stays: then nothing is written, and the answer is what is there. */
export async function recordPoolOutcome(
  store: Store,
  { id }: Pick<PoolRegistration, 'id'>,
  { state, answer, who, now }: PoolResolution,
): Promise<PoolRegistration> {
  return store.database.transaction(async (tx) => {
    const rows = await tx
      .update(poolRegistrations)
      .set({ state, answer, resolvedAt: now })
      .where(and(eq(poolRegistrations.id, id), eq(poolRegistrations.state, 'intended')))
      .returning()
    if (rows[0]) {
      const registration = poolRegistrationSchema.parse(rows[0])
      const { workerPoolId, rootUrl, seen, definition } = registration
      const entity = `worker-pool:${workerPoolId}`
      const change = poolAudit(seen, state === 'acknowledged' ? definition : seen)
      const detail = { rootUrl, ...problemOf(answer), ...change }
      await recordAudit(tx, { entity, action: `pool.${state}`, who, at: now, detail })
      return registration
    }
    const found = await tx.select().from(poolRegistrations).where(eq(poolRegistrations.id, id))
    return poolRegistrationSchema.parse(found[0])
  })
}
