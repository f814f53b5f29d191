import { fail, type Result, succeed } from '@/lib/base/problem'
import type { Deployment } from '@/lib/registrar/deployment/deployment'
import { type PoolPlan, planPool, type WantedPool } from './planPool'
import { sendPool } from './settlePool'
import { workerManagerOf } from './workerManager'

/** What came of a pool, or would have come. */
export interface DirectPool {
  plan: PoolPlan
  result: 'created' | 'updated' | 'same' | 'planned'
}

/**
 * Registers a pool without keeping anything here: for the command line. A dry run finds out what would happen, with the problems in the plan, and
 * sends nothing. Problems: those of `planPool` and `sendPool`.
 */
export async function declarePoolDirectly({
  deployment,
  pool,
  dryRun = false,
}: {
  deployment: Deployment
  pool: WantedPool
  dryRun?: boolean
}): Promise<Result<DirectPool>> {
  const planned = await planPool(deployment, pool)
  if (!planned.ok) return planned
  const plan = planned.value
  if (dryRun) return succeed({ plan, result: 'planned' })
  if (plan.action === 'none') return succeed({ plan, result: 'same' })
  if (plan.problems.length > 0) return fail(plan.problems)
  const sent = await sendPool(workerManagerOf(deployment), { ...plan, seen: plan.found })
  return sent.ok ? succeed({ plan, result: plan.found === null ? 'created' : 'updated' }) : sent
}
