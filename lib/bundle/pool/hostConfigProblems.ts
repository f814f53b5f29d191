import { getOwn, isJsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry'
import { checkConfigs } from '@/lib/compose/checkConfigs'
import type { Composition } from '@/lib/compose/composition'
import { configFormats } from '@/lib/compose/configFormat/configFormats'
import { joinPath } from '@/lib/compose/placePath'

/**
 * What is wrong with the configuration that only the host knows (`runner.workerConfig` of the pool): properties that the build does not know, values of
 * a wrong type. It is merged with the rest, so the worker would not start with it. Problems are those of the configuration's format and of `checkConfigs`.
 */
export function hostConfigProblems({ design, engine }: Composition, catalog: Catalog): Problem[] {
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
