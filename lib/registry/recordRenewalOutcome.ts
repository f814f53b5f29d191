import { and, eq } from 'drizzle-orm'
import type { JsonObject } from '../base/json'
import { recordAudit } from './recordAudit'
import { type Renewal, renewalSchema } from './renewal'
import type { Store } from './store'
import { renewals } from './tables/renewals'

/** What became of a renewal. */
export interface RenewalResolution {
  state: 'acknowledged' | 'failed'
  queueAnswer: JsonObject | null
  who: string
  now: Date
}

/** Records what the Queue said to a renewal. The first outcome stays: then nothing is written, and the answer is what is there. */
export async function recordRenewalOutcome(
  store: Store,
  { id }: Pick<Renewal, 'id'>,
  { state, queueAnswer, who, now }: RenewalResolution,
): Promise<Renewal> {
  return store.database.transaction(async (tx) => {
    const rows = await tx
      .update(renewals)
      .set({ state, queueAnswer, resolvedAt: now })
      .where(and(eq(renewals.id, id), eq(renewals.state, 'intended')))
      .returning()
    if (rows[0]) {
      const renewal = renewalSchema.parse(rows[0])
      const { taskQueueId, number, expires } = renewal
      const detail = { number, expires: expires.toJSON() }
      const entity = `task-queue:${taskQueueId}`
      await recordAudit(tx, { entity, action: `renewal.${state}`, who, at: now, detail })
      return renewal
    }
    const found = await tx.select().from(renewals).where(eq(renewals.id, id))
    return renewalSchema.parse(found[0])
  })
}
