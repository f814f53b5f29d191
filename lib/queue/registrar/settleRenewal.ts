import type { Problem } from '@/lib/base/problem'
import { splitTaskQueueId } from '@/lib/queue/taskQueues/taskQueue'
import { recordRenewalOutcome } from '@/lib/registry/recordRenewalOutcome'
import type { Renewal } from '@/lib/registry/renewal'
import type { Store } from '@/lib/registry/store'
import type { Version } from '@/lib/registry/version'
import type { QueueConnection } from './connectQueue'
import { renewalBody } from './renewalBody'
import { sendDeclaration } from './sendDeclaration'

/** What became of a renewal, and what stood in the way. */
export interface SettledRenewal {
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
