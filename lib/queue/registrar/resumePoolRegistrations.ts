import type { Problem } from '@/lib/base/problem'
import { isInFlight } from '@/lib/registry/inFlight'
import { pendingPoolRegistrations } from '@/lib/registry/listPoolRegistrations'
import type { PoolRegistration } from '@/lib/registry/poolRegistration'
import type { ResumeOptions } from './resumeRegistrations'
import { settlePool } from './settlePool'
import { workerManagerOf } from './workerManager'

/** What became of the pools that were left between intent and outcome. */
export interface ResumedPools {
  settled: PoolRegistration[]
  /** still open: the deployment is silent, or nobody here has credentials for it */
  open: { intent: PoolRegistration; problems: Problem[] }[]
}

/**
 * Sends again what a crash left between intent and outcome, oldest first. A pool that arrived all the same is acknowledged without being sent
 * again, and one that somebody has changed since is left alone.
 */
export async function resumePoolRegistrations(options: ResumeOptions): Promise<ResumedPools> {
  const { store, clientFor, now, leaveInFlight = false } = options
  const resumed: ResumedPools = { settled: [], open: [] }
  for (const intent of await pendingPoolRegistrations(store)) {
    if (leaveInFlight && isInFlight(intent.createdAt, now)) continue
    const client = clientFor(intent.rootUrl)
    if (client === undefined) {
      resumed.open.push({ intent, problems: [] })
      continue
    }
    const { registration, problems } = await settlePool(store, workerManagerOf(client), intent, {
      who: intent.author,
      now,
    })
    if (registration.state === 'intended') resumed.open.push({ intent: registration, problems })
    else resumed.settled.push(registration)
  }
  return resumed
}
