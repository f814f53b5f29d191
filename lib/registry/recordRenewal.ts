import { fail, type Result, succeed } from '@/lib/base/problem'
import { checkText } from './checkText'
import { findOvertaking } from './findOvertaking'
import { recordAudit } from './recordAudit'
import { registeredUntil } from './registeredUntil'
import { type Renewal, renewalSchema } from './renewal'
import type { Store } from './store'
import { renewals } from './tables/renewals'
import type { Version } from './version'

/** A renewal that is about to be sent to the Queue; `number` is the version that the author has seen as current. */
export type RenewalIntent = Pick<Renewal, 'taskQueueId' | 'number' | 'whole' | 'expires' | 'author' | 'message'> & {
  now: Date
}

/** The recorded renewal, or the version that somebody else registered meanwhile; then nothing was written. */
export type RecordedRenewal = { outcome: 'recorded'; renewal: Renewal } | { outcome: 'conflict'; version: Version }

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
