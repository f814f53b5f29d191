import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { recordRenewalOutcome } from '@/lib/registry/renewals/recordRenewal'
import { pendingRenewals, type Renewal } from '@/lib/registry/renewals/renewals'
import type { Store } from '@/lib/registry/store/store'
import { isInFlight } from '@/lib/registry/versions/inFlight'
import { recordOutcome } from '@/lib/registry/versions/recordOutcome'
import type { Version } from '@/lib/registry/versions/version'
import { currentVersion, pendingIntents } from '@/lib/registry/versions/versions'
import { connectQueue, type QueueConnection } from './deployment/connectQueue'
import type { Deployment } from './deployment/deployment'
import { settleIntent, settleRenewal } from './settleIntent'

/** What became of the intents that were left behind. */
export interface Resumed {
  settled: (Version | Renewal)[]
  /** still open: the Queue is silent, or nobody here has credentials for its deployment */
  open: { intent: Version | Renewal; problems: Problem[] }[]
}

/**
 * Sends again what a crash left between intent and outcome, oldest first: registrations, then renewals. `clientFor` says as whom. An intent
 * that a later version of the same worker type has overtaken is settled as failed, so that what is in force is not turned back.
 */
export async function resumeRegistrations(options: ResumeOptions): Promise<Resumed> {
  const { store, now, leaveInFlight = false } = options
  const resumed: Resumed = { settled: [], open: [] }
  const isLeft = ({ createdAt }: { createdAt: Date }) => !leaveInFlight || !isInFlight(createdAt, now)
  for (const intent of (await pendingIntents(store)).filter(isLeft)) {
    const current = await currentVersion(store, intent.taskQueueId)
    if (current !== undefined && current.number > intent.number) {
      const resolution = {
        state: 'failed',
        outcome: null,
        queueAnswer: overtaken(current),
        who: intent.author,
        now,
      } as const
      const settled = await recordOutcome(store, intent, resolution)
      if (settled) resumed.settled.push(settled)
      continue
    }
    await send(options, intent, resumed, async (connection) => {
      const { version, problems } = await settleIntent(store, connection, intent, { who: intent.author, now })
      return { intent: version, problems }
    })
  }
  for (const intent of (await pendingRenewals(store)).filter(isLeft)) {
    const current = await currentVersion(store, intent.taskQueueId)
    if (current?.number !== intent.number) {
      const queueAnswer = current === undefined ? null : overtaken(current)
      resumed.settled.push(
        await recordRenewalOutcome(store, intent, { state: 'failed', queueAnswer, who: intent.author, now }),
      )
      continue
    }
    await send(options, { ...intent, rootUrl: current.rootUrl }, resumed, async (connection) => {
      const both = { renewal: intent, version: current }
      const { renewal, problems } = await settleRenewal(store, connection, both, { who: intent.author, now })
      return { intent: renewal, problems }
    })
  }
  return resumed
}

export interface ResumeOptions {
  store: Store
  /** the deployment with this root URL, as somebody who may register; undefined where nobody here can */
  clientFor: (rootUrl: string) => Deployment | undefined
  now: Date
  /** true while this or another process may still be sending what is new; at the start of the only process nothing is */
  leaveInFlight?: boolean
}

async function send(
  { clientFor }: ResumeOptions,
  intent: (Version | Renewal) & { rootUrl: string },
  resumed: Resumed,
  settle: (connection: QueueConnection) => Promise<Resumed['open'][number]>,
): Promise<void> {
  const client = clientFor(intent.rootUrl)
  if (client === undefined) {
    resumed.open.push({ intent, problems: [] })
    return
  }
  const connection = await connectQueue(client)
  const after = connection.ok ? await settle(connection.value) : { intent, problems: connection.problems }
  if (after.intent.state === 'intended') resumed.open.push(after)
  else resumed.settled.push(after.intent)
}

function overtaken({ number }: Version): JsonObject {
  return { problem: `version ${number} was registered meanwhile` }
}
