import 'server-only'
import { isJsonObject, type JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { composedPool } from '@/lib/bundle/pool/composedPool'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Composition } from '@/lib/compose/composition'
import { poolScopes } from '@/lib/pools/managedElsewhere'
import type { Deployment } from '@/lib/registrar/deployment/deployment'
import { type PoolPlan, planPool, type WantedPool } from '@/lib/registrar/pools/planPool'
import { registerWorkerPool } from '@/lib/registrar/pools/registerWorkerPool'
import { isAsSeen } from '@/lib/registrar/pools/settlePool'
import type { Store } from '@/lib/registry/store/store'

/** A pool that was reviewed: as whom to register it, and what its reviewer saw. */
interface ReviewedPool {
  store: Store
  client: Deployment
  pool: WantedPool
  author: string
  message: string
  now: Date
  /** the definition that was there, null for none */
  seen: JsonObject | null
}

const words = {
  created: 'The worker pool was created.',
  updated: 'The worker pool was updated.',
  same: 'The worker pool is as it should be.',
} as const

/** What stands in the way of a reviewed pool, before anything is registered. */
export async function checkReviewedPool({ client, pool, seen }: ReviewedPool): Promise<Problem[]> {
  const plan = await planPool(client, pool)
  if (!plan.ok) return plan.problems
  if (plan.value.action === 'none') return []
  return isAsSeen(plan.value.found, seen) ? plan.value.problems : [changed]
}

/** Registers a reviewed pool; a sentence on what came of it, or what stood in the way. */
export async function registerReviewedPool(reviewed: ReviewedPool): Promise<{ words?: string; problems: Problem[] }> {
  const registered = await registerWorkerPool(reviewed)
  if (!registered.ok) return { problems: registered.problems }
  const { result } = registered.value
  return result === 'conflict' ? { problems: [changed] } : { words: words[result], problems: [] }
}

/** What the form says of the pool that was seen: its definition as JSON. */
export function readSeen(text: string): JsonObject | null {
  if (text === '') return null
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const changed: Problem = {
  code: 'pool-changed',
  severity: 'error',
  message: 'Somebody has changed the worker pool since this review, or is changing it.',
  path: 'pool',
  help: 'Reload the page and look at the difference again.',
}

/** What registering the pool of a design would come to, as far as it can be known before. */
export interface PoolOutlook {
  wanted: WantedPool
  needed: string[]
  /** undefined where it could not be found out, or nobody is signed in */
  plan?: PoolPlan
  /** what stands in the way */
  problems: Problem[]
}

/** The pool that a composition has worker-manager know; undefined where there is none, or the design has errors. */
export function wantedPool(composition: Composition, catalog: Catalog): WantedPool | undefined {
  const composed = composedPool(composition, catalog)
  if (!composed.ok || composed.value?.definition === undefined) return undefined
  return { ...composed.value.definition, provider: composed.value.pool.provider }
}

/** Asks a deployment what registering the pool of a composition would come to. Changes nothing. */
export async function poolOutlook(
  composition: Composition,
  catalog: Catalog,
  deployment: Deployment,
): Promise<PoolOutlook | undefined> {
  const wanted = wantedPool(composition, catalog)
  if (wanted === undefined) return undefined
  const needed = poolScopes(wanted.workerPoolId, String(wanted.definition.providerId))
  if (deployment.credentials === undefined) return { wanted, needed, problems: [] }
  const plan = await planPool(deployment, wanted)
  if (!plan.ok) return { wanted, needed, problems: plan.problems }
  return { wanted, needed, plan: plan.value, problems: plan.value.problems }
}
