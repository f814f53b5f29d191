import { fail, type Problem, type Result } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry'
import type { Design } from '@/lib/compose/design'
import { locateProblem } from '@/lib/compose/importConfig'
import { readYaml } from '@/lib/compose/readYaml'
import { readPools } from '@/lib/pools/import/readPools'
import { importPool, type PoolHints } from './importPool'

/**
 * The design of the worker pool in a document, in YAML or JSON; undefined for documents that hold none. Problems: those of `readPools`,
 * `readPool` and `importPool`, with their lines, and `several-pools`.
 */
export function importPoolText(
  text: string,
  catalog: Catalog,
  { file, ...hints }: { file?: string } & PoolHints = {},
): Result<Design> | undefined {
  const yaml = readYaml(text, 'design', file)
  const pools = yaml.ok ? readPools(yaml.value.data) : undefined
  if (!yaml.ok || pools?.ok !== true) return undefined
  const locate = (problems: Problem[]) => problems.map((problem) => locateProblem(problem, yaml.value, file))
  const [first, ...others] = pools.value
  if (first === undefined) return undefined
  if (others.length > 0) return fail([severalPools(pools.value.map(({ workerPoolId, path }) => workerPoolId ?? path))])
  if (!first.read.ok) return fail(locate([...pools.problems, ...first.read.problems]))
  const design = importPool(first.read.value, catalog, hints)
  return { ...design, problems: locate([...pools.problems, ...first.read.problems, ...design.problems]) }
}

function severalPools(names: string[]): Problem {
  return {
    code: 'several-pools',
    severity: 'error',
    message: `The document has ${names.length} worker pools: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}.`,
    path: '',
    help: 'A design has one. Take it out of the document, or use wtd import with --pool.',
  }
}
