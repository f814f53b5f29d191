import type { Problem } from '../../base/problem'
import { currentVersion } from '../../registry/currentVersion'
import { pendingIntents } from '../../registry/pendingIntents'
import { recordOutcome } from '../../registry/recordOutcome'
import type { Store } from '../../registry/store'
import type { Version } from '../../registry/version'
import { connectQueue } from './connectQueue'
import type { Deployment } from './deployment'
import { settleIntent } from './settleIntent'

/** What became of the intents that were left behind. */
export interface Resumed {
  settled: Version[]
  /** still open: the Queue is silent, or nobody here has credentials for its deployment */
  open: { version: Version; problems: Problem[] }[]
}

/**
 * Sends again what a crash left between intent and outcome, oldest first. `clientFor` says as whom. An intent that a later version of the same
 * worker type has overtaken is settled as failed, so that what is in force is not turned back.
 */
export async function resumeRegistrations({
  store,
  clientFor,
  now,
}: {
  store: Store
  clientFor: (version: Version) => Deployment | undefined
  now: Date
}): Promise<Resumed> {
  const resumed: Resumed = { settled: [], open: [] }
  for (const version of await pendingIntents(store)) {
    const current = await currentVersion(store, version.taskQueueId)
    if (current !== undefined && current.number > version.number) {
      const queueAnswer = { problem: `version ${current.number} was registered meanwhile` }
      const resolution = { state: 'failed', outcome: null, queueAnswer, who: version.author, now } as const
      const settled = await recordOutcome(store, version, resolution)
      if (settled) resumed.settled.push(settled)
      continue
    }
    const client = clientFor(version)
    if (client === undefined) {
      resumed.open.push({ version, problems: [] })
      continue
    }
    const connection = await connectQueue(client)
    const { version: after, problems } = connection.ok
      ? await settleIntent(store, connection.value, version, { who: version.author, now })
      : { version, problems: connection.problems }
    if (after.state === 'intended') resumed.open.push({ version, problems })
    else resumed.settled.push(after)
  }
  return resumed
}
