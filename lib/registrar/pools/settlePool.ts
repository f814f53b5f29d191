import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { comparePools, definitionOf } from '@/lib/pools/check/comparePools'
import { isManagedElsewhere } from '@/lib/pools/managedElsewhere'
import type { PoolRegistration } from '@/lib/registry/pools/poolRegistrations'
import { recordPoolOutcome } from '@/lib/registry/pools/recordPoolOutcome'
import type { Store } from '@/lib/registry/store/store'
import { managedElsewhere } from './planPool'
import type { WorkerManager } from './workerManager'

/** What is sent, and what was there when it was decided. */
export type PoolOrder = Pick<PoolRegistration, 'workerPoolId' | 'definition' | 'seen'>

/** Sends a recorded intent and records what came of it. Silence of the deployment settles nothing: the intent stays, to be sent again. */
export async function settlePool(
  store: Store,
  manager: WorkerManager,
  intent: PoolRegistration,
  { who, now }: { who: string; now: Date },
): Promise<SettledPool> {
  const sent = await sendPool(manager, intent)
  if (sent.problems.some(({ code }) => code === 'queue-unreachable')) {
    return { registration: intent, problems: sent.problems }
  }
  const resolution = sent.ok
    ? ({ state: 'acknowledged', answer: sent.value } as const)
    : ({ state: 'failed', answer: { problem: sent.problems[0]?.message ?? '' } } as const)
  const registration = await recordPoolOutcome(store, intent, { ...resolution, who, now })
  return { registration, problems: sent.problems }
}

/**
 * Sends a pool, if it is still as it was seen. A pool that has the definition already is not sent again, so that twice is the same as once.
 * Problems: `pool-changed` (somebody changed it meanwhile), `pool-managed-elsewhere`, and those of `poolProblem`.
 */
export async function sendPool(manager: WorkerManager, order: PoolOrder): Promise<Result<JsonObject>> {
  const { workerPoolId, definition, seen } = order
  const read = await manager.read(workerPoolId)
  if (!read.ok) return read
  if (read.value === null) {
    return seen === null ? manager.create(workerPoolId, definition) : fail([changed(workerPoolId, 'is gone')])
  }
  const found = definitionOf(read.value)
  if (comparePools(found, definition).length === 0) return succeed(read.value)
  if (isManagedElsewhere(String(found.description))) return fail([managedElsewhere(workerPoolId)])
  if (seen === null) return fail([changed(workerPoolId, 'was made')])
  if (comparePools(found, seen).length > 0) return fail([changed(workerPoolId, 'was changed')])
  return manager.update(workerPoolId, definition)
}

/** What became of a recorded intent, and what stood in the way. */
export interface SettledPool {
  registration: PoolRegistration
  problems: Problem[]
}

function changed(workerPoolId: string, how: string): Problem {
  return {
    code: 'pool-changed',
    severity: 'error',
    message: `The pool ${workerPoolId} ${how} by somebody else since it was looked at.`,
    path: 'pool',
    help: 'Look at the difference as it is now, and register again.',
  }
}

/** True where a pool is as it was seen: null for a pool that is not there. */
export function isAsSeen(found: JsonObject | null, seen: JsonObject | null): boolean {
  if (!isJsonObject(found) || !isJsonObject(seen)) return found === seen
  return comparePools(found, seen).length === 0
}
