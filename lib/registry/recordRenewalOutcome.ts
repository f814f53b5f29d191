import { and, eq } from 'drizzle-orm'
import type { JsonObject } from '@/lib/base/json'
import { problemOf } from './problemOf'
import { recordAudit } from './recordAudit'
import { registeredUntil } from './registeredUntil'
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
  { id, taskQueueId, number }: Pick<Renewal, 'id' | 'taskQueueId' | 'number'>,
  { state, queueAnswer, who, now }: RenewalResolution,
): Promise<Renewal> {
  return store.database.transaction(async (tx) => {
    const before = { expires: await registeredUntil(tx, taskQueueId, number) }
    const rows = await tx
      .update(renewals)
      .set({ state, queueAnswer, resolvedAt: now })
      .where(and(eq(renewals.id, id), eq(renewals.state, 'intended')))
      .returning()
    if (rows[0]) {
      const renewal = renewalSchema.parse(rows[0])
      const expires = renewal.expires.toJSON()
      const after = { expires: await registeredUntil(tx, taskQueueId, number) }
      const detail = { number, expires, ...problemOf(queueAnswer), before, after }
      const entity = `task-queue:${taskQueueId}`
      await recordAudit(tx, { entity, action: `renewal.${state}`, who, at: now, detail })
      return renewal
    }
    const found = await tx.select().from(renewals).where(eq(renewals.id, id))
    return renewalSchema.parse(found[0])
  })
}
