import { desc, eq } from 'drizzle-orm'
import type { JsonObject } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { redactText } from '@/lib/base/redact'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Store } from '@/lib/registry/store/store'
import { type Acknowledgement, checkText } from '@/lib/registry/store/storedValues'
import { versionBundles, versions } from '@/lib/registry/tables/registrationTables'
import { findOvertaking, versionInForce } from './inFlight'
import { type Version, versionSchema } from './version'
import type { BundleFormat } from './versions'

/** A registration that is about to be sent to the Queue. */
export interface Intent {
  taskQueueId: string
  designYaml: string
  baseSchema: JsonObject | null
  payloadSchema: JsonObject
  schemaSha256: string
  description: string
  expires: Date
  rootUrl: string
  author: string
  message: string
  now: Date
  /** the number of the acknowledged version that the author has seen, 0 for none; left out: whatever is there */
  basedOn?: number
  /** the breaks that the author knows of, each with a reason */
  acknowledgements?: Acknowledgement[]
  /** the draft that it is registered from */
  draftId?: string | null
  /** of the product that registers it */
  toolVersion?: string | null
  /** the archives that are kept with the version */
  bundle?: Partial<Record<BundleFormat, Uint8Array>>
}

/**
 * The recorded intent, or `conflict` with the version that somebody else registered meanwhile (`acknowledged`) or is registering at this
 * moment (`intended`); then nothing was written.
 */
export interface RecordedIntent {
  outcome: 'recorded' | 'conflict'
  version: Version
}

/** Records what is about to be registered, under the next number of its task queue, without what looks like a secret in message and reasons. Problems: `text-too-large`, `text-invalid`. */
export async function recordIntent(
  store: Store,
  { now, basedOn, bundle = {}, ...given }: Intent,
): Promise<Result<RecordedIntent>> {
  const reasons = (given.acknowledgements ?? []).map(({ reason }) => reason)
  const unreadable = [
    ...checkText(given.message, 'message', 100_000),
    ...checkText(reasons.join(' '), 'acknowledgements', 1_000_000),
  ]
  if (unreadable.length > 0) return fail(unreadable)
  const acknowledged = (given.acknowledgements ?? []).map((each) => ({ ...each, reason: redactText(each.reason) }))
  // what people write there is never changed again, and shown to everybody
  const intent = {
    ...given,
    message: redactText(given.message),
    ...(given.acknowledgements === undefined ? {} : { acknowledgements: acknowledged }),
  }
  const problems = [
    ...checkText(intent.designYaml, 'design'),
    ...checkText(intent.description, 'description'),
    ...checkText(JSON.stringify(intent.acknowledgements ?? []), 'acknowledgements'),
  ]
  if (problems.length > 0) return fail(problems)
  return store.database.transaction(async (tx) => {
    // One intent at a time for a task queue, until the transaction ends: the next number is ours.
    const overtaking = await findOvertaking(tx, intent.taskQueueId, basedOn, now)
    if (overtaking !== undefined) return succeed({ outcome: 'conflict', version: overtaking })
    const newest = await tx
      .select({ number: versions.number })
      .from(versions)
      .where(eq(versions.taskQueueId, intent.taskQueueId))
      .orderBy(desc(versions.number))
      .limit(1)
    const number = (newest[0]?.number ?? 0) + 1
    const rows = await tx
      .insert(versions)
      .values({ ...intent, number, createdAt: now, state: 'intended' })
      .returning()
    const { author, taskQueueId, schemaSha256, message, rootUrl } = intent
    for (const format of ['tar.gz', 'zip'] as const) {
      const archive = bundle[format]
      if (archive === undefined) continue
      const content = Buffer.from(archive).toString('base64')
      await tx.insert(versionBundles).values({ taskQueueId, number, format, content })
    }
    const accepted = acknowledged.map(({ id, reason }) => ({ id, reason }))
    const before = await versionInForce(tx, taskQueueId)
    const detail = {
      ...{ number, schemaSha256, message, rootUrl, before, after: { number, schemaSha256 } },
      ...(accepted.length > 0 ? { acknowledged: accepted } : {}),
    }
    await recordAudit(tx, {
      entity: `task-queue:${taskQueueId}`,
      action: 'version.intended',
      who: author,
      at: now,
      detail,
    })
    return succeed({ outcome: 'recorded', version: versionSchema.parse(rows[0]) })
  })
}
