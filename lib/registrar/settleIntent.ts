import type { Problem } from '@/lib/base/problem'
import { splitTaskQueueId } from '@/lib/queue/taskQueues/taskQueue'
import { recordRenewalOutcome } from '@/lib/registry/renewals/recordRenewal'
import type { Renewal } from '@/lib/registry/renewals/renewals'
import type { Store } from '@/lib/registry/store/store'
import { recordOutcome } from '@/lib/registry/versions/recordOutcome'
import type { Version } from '@/lib/registry/versions/version'
import type { QueueConnection } from './deployment/connectQueue'
import { declarationBody, renewalBody, sendDeclaration } from './deployment/declaration'

/** What became of an intent: its version as it is now, and what stood in the way. */
interface SettledIntent {
  version: Version
  problems: Problem[]
}

/**
 * Sends a recorded intent and records what came of it. A refusal settles it as failed; silence of the Queue does not, since the declaration
 * may have arrived: the intent stays, to be sent again. Doing it twice is the same as once.
 */
export async function settleIntent(
  store: Store,
  connection: QueueConnection,
  intent: Version,
  { who, now }: { who: string; now: Date },
): Promise<SettledIntent> {
  const body = declarationBody(intent, connection.outcome)
  const sent = await sendDeclaration(connection, { ...splitTaskQueueId(intent.taskQueueId), body })
  const silent = sent.problems.some((problem) => problem.code === 'queue-unreachable')
  if (silent) return { version: intent, problems: sent.problems }
  const resolution = sent.ok
    ? ({ state: 'acknowledged', outcome: connection.outcome, queueAnswer: sent.value } as const)
    : ({ state: 'failed', outcome: null, queueAnswer: { problem: sent.problems[0]?.message ?? '' } } as const)
  const version = await recordOutcome(store, intent, { ...resolution, who, now })
  return { version: version ?? intent, problems: sent.problems }
}

/** What became of a renewal, and what stood in the way. */
interface SettledRenewal {
  renewal: Renewal
  problems: Problem[]
}

/** Sends a recorded renewal and records what came of it, as `settleIntent` does with a registration. */
export async function settleRenewal(
  store: Store,
  connection: QueueConnection,
  { renewal, version }: { renewal: Renewal; version: Version },
  { who, now }: { who: string; now: Date },
): Promise<SettledRenewal> {
  const body = renewalBody(version, renewal, connection.outcome)
  const sent = await sendDeclaration(connection, { ...splitTaskQueueId(renewal.taskQueueId), body })
  const silent = sent.problems.some((problem) => problem.code === 'queue-unreachable')
  if (silent) return { renewal, problems: sent.problems }
  const resolution = sent.ok
    ? ({ state: 'acknowledged', queueAnswer: sent.value } as const)
    : ({ state: 'failed', queueAnswer: { problem: sent.problems[0]?.message ?? '' } } as const)
  const settled = await recordRenewalOutcome(store, renewal, { ...resolution, who, now })
  return { renewal: settled, problems: sent.problems }
}
