import { equalJson, type JsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { Deployment } from '@/lib/registrar/deployment/deployment'
import type { ResumeOptions } from '@/lib/registrar/resumeRegistrations'
import { type PoolRegistration, pendingPoolRegistrations } from '@/lib/registry/pools/poolRegistrations'
import { recordPoolIntent } from '@/lib/registry/pools/recordPoolIntent'
import type { Store } from '@/lib/registry/store/store'
import { isInFlight } from '@/lib/registry/versions/inFlight'
import { type PoolPlan, planPool, type WantedPool } from './planPool'
import { isAsSeen, settlePool } from './settlePool'
import { workerManagerOf } from './workerManager'

export interface WorkerPoolOrder {
  store: Store
  /** the deployment to register with, as the signed-in client */
  client: Deployment
  pool: WantedPool
  author: string
  /** why, in the author's words */
  message: string
  now: Date
  /** the definition that the author has seen there, null for none; left out: whatever is there */
  seen?: JsonObject | null
}

/**
 * `created`, `updated`: worker-manager has the definition now, see `registration.answer`. `same`: it had it already, and nothing was sent or
 * recorded. `conflict`: it is not what the author has seen, or somebody else is registering it at this moment; nothing was sent.
 */
type RegisteredPool = { plan: PoolPlan } & (
  | { result: 'created' | 'updated'; registration: PoolRegistration }
  | { result: 'same' }
  | { result: 'conflict'; registration?: PoolRegistration }
)

/**
 * Registers a worker pool: looks at what is there, records the intent, creates or updates, records the answer. Repeating is harmless. A pool that
 * another tool configures is never changed. Problems: those of `planPool` (nothing is recorded then), of `sendPool` (the registration is failed,
 * or stays intended when the deployment fell silent), and `text-too-large`.
 */
export async function registerWorkerPool(order: WorkerPoolOrder): Promise<Result<RegisteredPool>> {
  const { store, client, pool, author, message, now, seen } = order
  const planned = await planPool(client, pool)
  if (!planned.ok) return planned
  const plan = planned.value
  if (plan.action === 'none') {
    await acknowledgeSent(order)
    return succeed({ result: 'same', plan })
  }
  if (plan.problems.length > 0) return fail(plan.problems)
  if (seen !== undefined && !isAsSeen(plan.found, seen)) return succeed({ result: 'conflict', plan })
  const manager = workerManagerOf(client)
  const { workerPoolId, definition, found } = plan
  // An intent with this very definition that a crash or a silent deployment left open is finished, not repeated.
  const open = (await pendingPoolRegistrations(store, workerPoolId)).findLast(
    (one) => one.rootUrl === client.rootUrl && equalJson(one.definition, definition) && isAsSeen(found, one.seen),
  )
  let intent = open
  if (intent === undefined) {
    const content = { workerPoolId, rootUrl: client.rootUrl, definition, seen: found, author, message, now }
    const recorded = await recordPoolIntent(store, content)
    if (!recorded.ok) return recorded
    const { outcome, registration } = recorded.value
    if (outcome === 'conflict') return succeed({ result: 'conflict', plan, registration })
    intent = registration
  }
  const { registration, problems } = await settlePool(store, manager, intent, { who: author, now })
  if (registration.state !== 'acknowledged') return fail(problems)
  return succeed({ result: found === null ? 'created' : 'updated', plan, registration })
}

/** What a crash left open although it had arrived. */
async function acknowledgeSent({ store, client, pool, author, now }: WorkerPoolOrder): Promise<void> {
  for (const intent of await pendingPoolRegistrations(store, pool.workerPoolId)) {
    if (intent.rootUrl !== client.rootUrl || !equalJson(intent.definition, pool.definition)) continue
    await settlePool(store, workerManagerOf(client), intent, { who: author, now })
  }
}

/** What became of the pools that were left between intent and outcome. */
interface ResumedPools {
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
