import { appendPath, pathSegments } from '../../base/path'
import { fail, type Problem, type Result, succeed } from '../../base/problem'
import type { Catalog, WorkerCatalog } from '../../catalog/entry'
import { configFormats } from '../../compose/configFormat/configFormats'
import type { Design } from '../../compose/design'
import { replaceSecrets } from '../../compose/replaceSecrets'
import { poolMember } from '../../pools/designPool'
import type { ImportedPool } from '../../pools/import/importedPool'
import { offersPools } from './composedPool'

/**
 * The design of an imported pool: the worker's configuration as every configuration is imported, with identity and pool. Places of problems are
 * those of the pool's document. `build` is the engine, where somebody knows it. Problems: those of the configuration's format, and of `replaceSecrets`.
 */
export function importPool(imported: ImportedPool, catalog: Catalog, build?: string): Result<Design> {
  const { workerPoolId = '', pool, config, configPath } = imported
  const worker = Object.values(catalog.workers).find(({ worker: entry }) => offersPools(entry))
  const format = worker && configFormats[worker.worker.configFormat]
  if (worker === undefined || format === undefined) throw new Error('no worker of the catalog has pools')
  const engine = build ?? engineOfPaths(imported, worker)
  const read = format.read(config, catalog, engine === undefined ? {} : { engine })
  const inDocument = (problem: Problem) => placed(problem, configPath)
  if (read.design === undefined || read.problems.some(({ severity }) => severity === 'error')) {
    return fail(read.problems.map(inDocument))
  }
  const kept = replaceSecrets(read.design, catalog)
  const slash = workerPoolId.indexOf('/')
  const identity =
    slash === -1 ? {} : { provisionerId: workerPoolId.slice(0, slash), workerType: workerPoolId.slice(slash + 1) }
  const { description = '', ...rest } = pool
  const design = { ...kept.design, ...identity, description, pool: poolMember(rest) }
  return succeed(design, [...read.problems.map(inDocument), ...kept.problems])
}

function placed({ path, ...problem }: Problem, configPath: string): Problem {
  return { ...problem, path: pathSegments(path).reduce<string>(appendPath, configPath) }
}

/** A path of Windows tells the platform, where no property does. */
function engineOfPaths({ config }: ImportedPool, { engines }: WorkerCatalog): string | undefined {
  const isWindows = Object.values(config).some((value) => typeof value === 'string' && /^[A-Z]:\\/.test(value))
  return isWindows ? Object.values(engines).find(({ platforms }) => platforms.includes('windows'))?.name : undefined
}
