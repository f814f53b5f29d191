import 'server-only'
import type { Problem } from '@/lib/base/problem'
import { composedPool } from '@/lib/bundle/pool/composedPool'
import type { Catalog } from '@/lib/catalog/entry'
import type { Composition } from '@/lib/compose/composition'
import { poolScopes } from '@/lib/pools/poolScopes'
import type { Deployment } from '@/lib/queue/registrar/deployment'
import { type PoolPlan, planPool, type WantedPool } from '@/lib/queue/registrar/planPool'

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
