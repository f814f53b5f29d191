import { isJsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { Catalog, WorkerEntry } from '@/lib/catalog/entry'
import type { Composition } from '@/lib/compose/composition'
import { designPool } from '@/lib/pools/designPool'
import { type PoolDefinition, poolDefinition } from '@/lib/pools/poolDefinition'
import type { PoolInput, PoolWorker } from '@/lib/pools/poolInput'
import { hostConfigProblems } from './hostConfigProblems'

/** The pool of a design, with the worker that was composed for it. */
export interface ComposedPool {
  pool: PoolInput
  worker: PoolWorker
  /** what worker-manager is told; absent for standalone workers, which it knows nothing of */
  definition?: PoolDefinition
}

/** True for a worker that can have a pool: one whose configuration worker-manager can hand out. */
export function offersPools({ configFormat }: Pick<WorkerEntry, 'configFormat'>): boolean {
  return configFormat === 'generic-worker'
}

/**
 * The pool of a composition; undefined where its design has none. Problems: `pool-not-offered` (the worker knows nothing of pools), those of
 * `designPool` and of `hostConfigProblems`.
 */
export function composedPool(composition: Composition, catalog: Catalog): Result<ComposedPool | undefined> {
  const { design } = composition
  if (design.pool === undefined) return succeed(undefined)
  const entry = Object.hasOwn(catalog.workers, design.worker) ? catalog.workers[design.worker]?.worker : undefined
  if (entry === undefined || !offersPools(entry)) return fail([notOffered(design.worker)])
  const worker = poolWorker(composition, catalog)
  const read = designPool(design.pool, worker)
  if (!read.ok) return read
  const ofHost = hostConfigProblems(composition, catalog)
  if (ofHost.some(({ severity }) => severity === 'error')) return fail([...read.problems, ...ofHost])
  const definition = poolDefinition(read.value, worker)
  return succeed({ pool: read.value, worker, ...(definition === undefined ? {} : { definition }) }, [
    ...read.problems,
    ...ofHost,
  ])
}

/** The worker that a pool would be for. */
export function poolWorker(composition: Composition, catalog: Catalog): PoolWorker {
  const { design, provisionerId, workerType, workerConfig } = composition
  const config = isJsonObject(workerConfig) ? workerConfig : {}
  const engine = catalog.workers[design.worker]?.engines[composition.engine]
  const platform = engine?.platforms[0]
  // A desktop session belongs to one user, so the machine reboots for the next one, unless tasks need no desktop.
  const perUser = engine?.features.separateUser?.supported !== false
  const reboots = perUser && config.headlessTasks !== true && config.disableReboots !== true
  return {
    provisionerId,
    workerType,
    description: design.description,
    config,
    reboots,
    ...(platform === undefined ? {} : { platform }),
    ...(design.rootUrl === undefined ? {} : { rootUrl: design.rootUrl }),
  }
}

function notOffered(worker: string): Problem {
  return {
    code: 'pool-not-offered',
    severity: 'error',
    message: `Worker-manager starts no workers of ${worker}, so a design for it has no pool.`,
    path: 'pool',
    help: 'Take the pool out.',
  }
}
