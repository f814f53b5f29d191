import { and, desc, eq, sql } from 'drizzle-orm'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { redactText } from '@/lib/base/redact'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Store } from '@/lib/registry/store/store'
import { checkText } from '@/lib/registry/store/storedValues'
import { poolRegistrations } from '@/lib/registry/tables/registrationTables'
import { isInFlight } from '@/lib/registry/versions/inFlight'
import { type PoolRegistration, poolAudit, poolRegistrationSchema } from './poolRegistrations'

/** A worker pool that is about to be sent to a worker-manager. */
export type PoolIntent = Pick<
  PoolRegistration,
  'workerPoolId' | 'rootUrl' | 'definition' | 'seen' | 'author' | 'message'
> & {
  now: Date
}

/** The recorded intent, or one of somebody else for the same pool that is on its way; then nothing was written. */
export interface RecordedPoolIntent {
  outcome: 'recorded' | 'conflict'
  registration: PoolRegistration
}

/** Records what is about to be sent, without what looks like a secret in its message. Problems: `text-too-large`, `text-invalid`. */
export async function recordPoolIntent(
  store: Store,
  { now, ...given }: PoolIntent,
): Promise<Result<RecordedPoolIntent>> {
  const problems = [
    ...checkText(JSON.stringify(given.definition), 'pool'),
    ...checkText(given.message, 'message', 100_000),
  ]
  if (problems.length > 0) return fail(problems)
  const intent = { ...given, message: redactText(given.message) }
  const { workerPoolId, rootUrl, author, message, seen } = intent
  return store.database.transaction(async (tx) => {
    // One intent at a time for a pool, until the transaction ends.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`pool-registration:${workerPoolId}`}, 0))`)
    const { state, id } = poolRegistrations
    const ofPool = and(
      eq(poolRegistrations.workerPoolId, workerPoolId),
      eq(poolRegistrations.rootUrl, rootUrl),
      eq(state, 'intended'),
    )
    const open = await tx.select().from(poolRegistrations).where(ofPool).orderBy(desc(id)).limit(1)
    const sent = open[0] && poolRegistrationSchema.parse(open[0])
    if (sent !== undefined && isInFlight(sent.createdAt, now))
      return succeed({ outcome: 'conflict', registration: sent })
    const row = { ...intent, createdAt: now, state: 'intended' as const }
    const rows = await tx.insert(poolRegistrations).values(row).returning()
    const detail = { rootUrl, message, creates: seen === null, ...poolAudit(seen, intent.definition) }
    await recordAudit(tx, {
      entity: `worker-pool:${workerPoolId}`,
      action: 'pool.intended',
      who: author,
      at: now,
      detail,
    })
    return succeed({ outcome: 'recorded', registration: poolRegistrationSchema.parse(rows[0]) })
  })
}
