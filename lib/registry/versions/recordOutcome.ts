import { and, eq } from 'drizzle-orm'
import type { JsonObject } from '@/lib/base/json'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Store } from '@/lib/registry/store/store'
import { versions } from '@/lib/registry/tables/registrationTables'
import { versionInForce } from './inFlight'
import { type RegistrationOutcome, type Version, versionSchema } from './version'

/** What became of an intent. */
interface Resolution {
  state: 'acknowledged' | 'failed'
  outcome: RegistrationOutcome | null
  queueAnswer: JsonObject | null
  who: string
  now: Date
}

/**
 * Records what the Queue said. The first outcome stays: for a version that has one already, and for one that does not exist,
 * nothing is written and the answer is what is there.
 */
export async function recordOutcome(
  store: Store,
  { taskQueueId, number }: { taskQueueId: string; number: number },
  { state, outcome, queueAnswer, who, now }: Resolution,
): Promise<Version | undefined> {
  const key = and(eq(versions.taskQueueId, taskQueueId), eq(versions.number, number))
  return store.database.transaction(async (tx) => {
    const rows = await tx
      .update(versions)
      .set({ state, outcome, queueAnswer, resolvedAt: now })
      .where(and(key, eq(versions.state, 'intended')))
      .returning()
    if (rows[0]) {
      const entity = `task-queue:${taskQueueId}`
      const version = versionSchema.parse(rows[0])
      const before = await versionInForce(tx, taskQueueId, number)
      const after = await versionInForce(tx, taskQueueId)
      const detail = { number, outcome, ...problemOf(queueAnswer), before, after }
      await recordAudit(tx, { entity, action: `version.${state}`, who, at: now, detail })
      return version
    }
    const found = await tx.select().from(versions).where(key)
    return found[0] && versionSchema.parse(found[0])
  })
}

/** Why something was refused, as the recorded answer says it, for the audit; nothing where it was not. */
export function problemOf(answer: JsonObject | null): JsonObject {
  return typeof answer?.problem === 'string' ? { why: answer.problem } : {}
}
