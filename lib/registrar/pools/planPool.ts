import { missingScopes, satisfies } from '@/lib/auth/scopes'
import type { JsonChange } from '@/lib/base/compareJson'
import type { JsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { comparePools, definitionOf } from '@/lib/pools/check/comparePools'
import type { PoolDefinition } from '@/lib/pools/check/poolDefinition'
import { isManagedElsewhere, poolScopes } from '@/lib/pools/managedElsewhere'
import { currentScopes } from '@/lib/registrar/deployment/currentScopes'
import type { Deployment } from '@/lib/registrar/deployment/deployment'
import { scopesHelp } from '@/lib/registrar/deployment/queueProblem'
import { type WorkerManager, workerManagerOf } from './workerManager'

/** A pool that is to be registered, and the type of its provider. */
export interface WantedPool extends PoolDefinition {
  provider: string
}

/** What registering a pool would do, and what stands in its way. */
export interface PoolPlan {
  workerPoolId: string
  definition: JsonObject
  /** the definition that is there, null for none */
  found: JsonObject | null
  action: 'create' | 'update' | 'none'
  /** from what is there to what is wanted; none for a pool that is to be made */
  changes: JsonChange[]
  /** scopes that it takes, and those of them that the credentials lack */
  scopes: { needed: string[]; missing: string[] }
  /**
   * `pool-managed-elsewhere` (another tool configures the pool, which is then never changed), `queue-scopes-missing`, `pool-provider-unknown` and
   * `pool-provider-type` (where the credentials may list the providers)
   */
  problems: Problem[]
}

/**
 * Finds out what registering a pool would do. Changes nothing. Fails with the problems of `currentScopes` and `poolProblem`, and with
 * `queue-scopes-missing` where the pool cannot even be read.
 */
export async function planPool(deployment: Deployment, wanted: WantedPool): Promise<Result<PoolPlan>> {
  const { workerPoolId, definition } = wanted
  const held = await currentScopes(deployment)
  if (!held.ok) return held
  const needed = poolScopes(workerPoolId, String(definition.providerId))
  const missing = needed.filter((scope) => missingScopes(held.value, scope) !== undefined)
  const lacking = missing.length === 0 ? [] : [scopesMissing(deployment, missing, workerPoolId)]
  const manager = workerManagerOf(deployment)
  if (missing.some((scope) => scope.startsWith('worker-manager:get-worker-pool:'))) return fail(lacking)
  const read = await manager.read(workerPoolId)
  if (!read.ok) return read
  const found = read.value === null ? null : definitionOf(read.value)
  const changes = found === null ? [] : comparePools(found, definition)
  const managed = found !== null && changes.length > 0 && isManagedElsewhere(String(found.description))
  const mayList = satisfies(held.value, 'worker-manager:list-providers')
  const problems = [
    ...(managed ? [managedElsewhere(workerPoolId)] : []),
    ...lacking,
    ...(mayList ? await providerProblems(manager, wanted) : []),
  ]
  const action = found === null ? 'create' : changes.length > 0 ? 'update' : 'none'
  return succeed({ workerPoolId, definition, found, action, changes, scopes: { needed, missing }, problems })
}

async function providerProblems(manager: WorkerManager, { definition, provider }: WantedPool): Promise<Problem[]> {
  const types = await manager.providers()
  if (!types.ok) return []
  const id = String(definition.providerId)
  const type = Object.hasOwn(types.value, id) ? types.value[id] : undefined
  if (type === provider) return []
  const ids = Object.keys(types.value).filter((one) => types.value[one] === provider)
  const known = ids.length > 0 ? ids.join(', ') : 'none'
  const help = `Providers of the type ${provider} there: ${known}.`
  const { rootUrl } = manager.deployment
  if (type === undefined) {
    const message = `The deployment at ${rootUrl} has no provider ${id}.`
    return [{ code: 'pool-provider-unknown', severity: 'error', message, path: 'pool.providerId', help }]
  }
  const message = `The provider ${id} of the deployment at ${rootUrl} is of the type ${type}, not ${provider}.`
  return [{ code: 'pool-provider-type', severity: 'error', message, path: 'pool.providerId', help }]
}

function scopesMissing({ credentials }: Deployment, missing: string[], workerPoolId: string): Problem {
  const who = credentials === undefined ? 'nobody is signed in, and' : `${credentials.clientId} may not:`
  const message = `${who} registering the pool ${workerPoolId} needs the scopes ${missing.join(', ')}`
  return { code: 'queue-scopes-missing', severity: 'error', message, path: 'pool', help: scopesHelp }
}

export function managedElsewhere(workerPoolId: string): Problem {
  return {
    code: 'pool-managed-elsewhere',
    severity: 'error',
    message: `Another tool configures the pool ${workerPoolId}, as its description says, so it is not changed from here.`,
    path: 'pool',
    help: 'Take the files of the bundle to where it is configured; worker-pool.tc-admin.yml is in the form of tc-admin.',
  }
}
