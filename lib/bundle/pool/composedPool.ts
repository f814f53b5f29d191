import { getOwn, isJsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { Catalog, WorkerEntry } from '@/lib/catalog/entry/entry'
import { checkConfigs } from '@/lib/compose/check/checkConfigs'
import type { Composition } from '@/lib/compose/composition'
import { configFormats } from '@/lib/compose/configFormat/configFormats'
import { joinPath } from '@/lib/compose/design/places'
import { designPool } from '@/lib/pools/check/designPool'
import { type PoolDefinition, poolDefinition } from '@/lib/pools/check/poolDefinition'
import type { PoolInput, PoolWorker } from '@/lib/pools/poolInput'

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

/** The pool of a design, with the worker that was composed for it. */
interface ComposedPool {
  pool: PoolInput
  worker: PoolWorker
  /** what worker-manager is told; absent for standalone workers, which it knows nothing of */
  definition?: PoolDefinition
}

/** True for a worker that can have a pool: one whose configuration worker-manager can hand out. */
export function offersPools({ configFormat }: Pick<WorkerEntry, 'configFormat'>): boolean {
  return configFormat === 'generic-worker'
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

/**
 * What is wrong with the configuration that only the host knows (`runner.workerConfig` of the pool): properties that the build does not know, values of
 * a wrong type. It is merged with the rest, so the worker would not start with it. Problems are those of the configuration's format and of `checkConfigs`.
 */
function hostConfigProblems({ design, engine }: Composition, catalog: Catalog): Problem[] {
  const worker = catalog.workers[design.worker]
  const format = worker && configFormats[worker.worker.configFormat]
  const config = design.pool === undefined ? undefined : getOwn(design.pool, 'config')
  const runner = isJsonObject(config) ? getOwn(config, 'runner') : undefined
  const own = isJsonObject(runner) ? getOwn(runner, 'workerConfig') : undefined
  if (worker === undefined || format === undefined || !isJsonObject(own) || Object.hasOwn(own, '$env')) return []
  const { workerVersion } = design
  const build = { engine, ...(workerVersion === undefined ? {} : { workerVersion }) }
  // with an environment it is read as the worker reads it when it starts
  const read = format.read(own, catalog, { ...build, environment: {} })
  const typed = read.design === undefined ? [] : checkConfigs(read.design, worker)
  const found = [
    ...read.problems,
    ...typed.map((problem) => ({ ...problem, path: format.placeInFile(problem.path, design, worker) })),
  ]
  return found
    .filter(({ severity }) => severity !== 'notice')
    .map((problem) => ({ ...problem, path: joinPath('pool.config.runner.workerConfig', problem.path) }))
}

/** What is wrong with the pool of a composition, beside what the composition tells already. Places are those of the design. */
export function poolProblems(composition: Composition, catalog: Catalog): Problem[] {
  const told = new Set(composition.problems.map(keyOf))
  return composedPool(composition, catalog).problems.filter((problem) => !told.has(keyOf(problem)))
}

function keyOf({ code, path, message }: Problem): string {
  return JSON.stringify([code, path, message])
}
