import { and, eq } from 'drizzle-orm'
import type { JsonObject } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Store } from '@/lib/registry/store/store'
import { checkText } from '@/lib/registry/store/storedValues'
import { renewals } from '@/lib/registry/tables/registrationTables'
import { findOvertaking } from '@/lib/registry/versions/inFlight'
import { problemOf } from '@/lib/registry/versions/recordOutcome'
import type { Version } from '@/lib/registry/versions/version'
import { type Renewal, registeredUntil, renewalSchema } from './renewals'

/** A renewal that is about to be sent to the Queue; `number` is the version that the author has seen as current. */
type RenewalIntent = Pick<Renewal, 'taskQueueId' | 'number' | 'whole' | 'expires' | 'author' | 'message'> & {
  now: Date
}

/** The recorded renewal, or the version that somebody else registered meanwhile; then nothing was written. */
type RecordedRenewal = { outcome: 'recorded'; renewal: Renewal } | { outcome: 'conflict'; version: Version }

/** Records that a version is about to be declared again. Problems: `text-too-large`, `text-invalid`. */
export async function recordRenewal(store: Store, { now, ...intent }: RenewalIntent): Promise<Result<RecordedRenewal>> {
  const problems = checkText(intent.message, 'message', 100_000)
  if (problems.length > 0) return fail(problems)
  return store.database.transaction(async (tx) => {
    const { taskQueueId, number, whole, expires, author, message } = intent
    const overtaking = await findOvertaking(tx, taskQueueId, number, now)
    if (overtaking !== undefined) return succeed({ outcome: 'conflict', version: overtaking })
    const rows = await tx
      .insert(renewals)
      .values({ ...intent, createdAt: now, state: 'intended' })
      .returning()
    const before = { expires: await registeredUntil(tx, taskQueueId, number) }
    const after = { expires: expires.toJSON() }
    const detail = { number, whole, ...after, message, before, after }
    const entity = `task-queue:${taskQueueId}`
    await recordAudit(tx, { entity, action: 'renewal.intended', who: author, at: now, detail })
    return succeed({ outcome: 'recorded', renewal: renewalSchema.parse(rows[0]) })
  })
}

/** What became of a renewal. */
interface RenewalResolution {
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
