import type { Problem } from '@/lib/base/problem'
import { splitTaskQueueId } from '@/lib/queue/taskQueues/taskQueue'
import { recordOutcome } from '@/lib/registry/recordOutcome'
import type { Store } from '@/lib/registry/store'
import type { Version } from '@/lib/registry/version'
import type { QueueConnection } from './connectQueue'
import { declarationBody } from './declarationBody'
import { sendDeclaration } from './sendDeclaration'

/** What became of an intent: its version as it is now, and what stood in the way. */
export interface SettledIntent {
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
