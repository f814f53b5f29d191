import { importPool } from '@/lib/bundle/pool/importPool'
import { openCatalog } from '@/lib/cli/input/openCatalog'
import { demandNoErrors, openDesign } from '@/lib/cli/input/openDesign'
import { readInput } from '@/lib/cli/input/readInput'
import { CliExit, isTelling, type Output, printable, textTable, writeProblems } from '@/lib/cli/output/output'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { locateProblem } from '@/lib/compose/read/importConfig'
import { readYaml } from '@/lib/compose/read/readYaml'
import { type PoolOfDocument, readPools } from '@/lib/pools/import/readPools'
import { nearestName } from '@/lib/schema/words'
import { type DocumentOptions, envOption } from './checkCommand'

interface Options extends DocumentOptions {
  pool?: string
}

/**
 * `wtd import`: a worker's configuration file, or a worker pool, as a design on stdout; what was replaced and every warning on stderr. Of a document
 * with several pools it lists them, and takes the one that `--pool` names.
 */
export function importCommand(path: string, options: Options, output: Output): number {
  const text = readInput(path)
  const yaml = readYaml(text, 'design')
  const pools = yaml.ok ? readPools(yaml.value.data) : undefined
  if (yaml.ok && pools?.ok) {
    const file = path === '-' ? 'standard input' : path
    const locate = (problems: CliExit['problems']) =>
      problems.map((problem) => locateProblem(problem, yaml.value, file))
    writeProblems(locate(pools.problems), output)
    const chosen = choose(pools.value, options.pool, file)
    if (chosen === undefined) return listPools(pools.value, output)
    const read = chosen.read
    if (!read.ok) throw new CliExit(1, locate(read.problems))
    const { catalogFor } = openCatalog(options.catalogDir)
    const catalog = catalogFor()
    const { engine, workerVersion } = options
    const hints = {
      ...(engine === undefined ? {} : { engine }),
      ...(workerVersion === undefined ? {} : { workerVersion }),
    }
    const design = importPool(read.value, catalog, hints)
    const problems = locate([...read.problems, ...design.problems])
    if (!design.ok) throw new CliExit(1, problems)
    const later = composeWorkerType(design.value, catalog).problems.filter(({ severity }) => severity === 'error')
    writeProblems([...problems, ...later], output)
    output.stdout(formatDesign(design.value))
    return 0
  }
  if (options.pool !== undefined) throw new CliExit(1, pools?.problems ?? yaml.problems)
  const opened = openDesign(path, { as: 'import', text, ...envOption(options) })
  // No task may run on it, and still the configuration is what the admin has.
  const blocking = opened.problems.filter((problem) => problem.code !== 'no-task-can-run')
  demandNoErrors({ ...opened, problems: blocking })
  writeProblems(opened.problems.filter(isTelling), output)
  output.stdout(formatDesign(opened.design))
  return 0
}

function choose(pools: PoolOfDocument[], wanted: string | undefined, file: string): PoolOfDocument | undefined {
  if (wanted === undefined) return pools.length === 1 ? pools[0] : undefined
  const found = pools.find(({ workerPoolId }) => workerPoolId === wanted)
  if (found !== undefined) return found
  const message = `There is no pool ${wanted}.`
  const known = pools.map(({ workerPoolId, path }) => workerPoolId ?? path)
  const near = nearestName(wanted, known)
  const some = `${known.slice(0, 10).join(', ')}${known.length > 10 ? ' and others' : ''}`
  const help = near === undefined ? `The document has ${some}.` : `Did you mean ${near}?`
  throw new CliExit(2, [{ code: 'unknown-pool', severity: 'error', message, path: '', file, help }])
}

function listPools(pools: PoolOfDocument[], output: Output): number {
  const rows = pools.map(({ workerPoolId = '', path, read }) => {
    const word = read.problems.find(({ severity }) => severity !== 'notice')?.message ?? ''
    return [workerPoolId || path, read.ok ? read.value.pool.provider : 'not readable', word]
  })
  for (const line of textTable([['worker pool', 'provider', 'remark'], ...rows])) output.stdout(`${printable(line)}\n`)
  output.stderr(`${pools.length} worker pools: choose one with --pool ID.\n`)
  return 0
}
