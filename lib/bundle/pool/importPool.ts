import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath, pathSegments } from '@/lib/base/path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { foldName } from '@/lib/base/texts'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { ReadConfig, ReadOptions } from '@/lib/compose/configFormat/configFormat'
import { configFormats } from '@/lib/compose/configFormat/configFormats'
import type { Design } from '@/lib/compose/design/design'
import { locateProblem } from '@/lib/compose/read/importConfig'
import { readYaml } from '@/lib/compose/read/readYaml'
import { replaceSecrets } from '@/lib/compose/read/replaceSecrets'
import { secretPlaces } from '@/lib/compose/secrets/secretPlaces'
import { poolMember } from '@/lib/pools/check/designPool'
import type { ImportedPool } from '@/lib/pools/import/importedPool'
import { readPools } from '@/lib/pools/import/readPools'
import { offersPools } from './composedPool'
import { type LikelyEngines, likelyEngines } from './likelyEngines'

/** What is known of the build that a pool is for. */
type PoolHints = Pick<ReadOptions, 'engine' | 'workerVersion'>

/**
 * The design of an imported pool: the worker's configuration as every configuration is imported, with identity and pool. Places of problems are
 * those of the pool's document. `hints` are what somebody knows of the build. Problems: those of the configuration's format, of `replaceSecrets`, and
 * the notice `pool-secret-left-out`, the warning `pool-identity-differs`.
 */
export function importPool(imported: ImportedPool, catalog: Catalog, hints: PoolHints = {}): Result<Design> {
  const { workerPoolId = '', pool, config, configPath } = imported
  const worker = Object.values(catalog.workers).find(({ worker: entry }) => offersPools(entry))
  const format = worker && configFormats[worker.worker.configFormat]
  if (worker === undefined || format === undefined) throw new Error('no worker of the catalog has pools')
  const ofHost = hostConfig(pool.config)
  // The machine has both, so both tell which build it has.
  const readWhole = (build: PoolHints) => format.read({ ...ofHost, ...config }, catalog, build)
  const whole = readWhole(hints)
  const isOpen = whole.problems.some(({ code }) => code === 'engine-assumed')
  const likely = isOpen
    ? likeliest(likelyEngines(imported, worker), (engine) => readWhole({ ...hints, engine }))
    : undefined
  const engine = likely?.engine ?? hints.engine ?? String(whole.design?.engine.name ?? '')
  const build = { ...hints, engine }
  const read = format.read(config, catalog, build)
  const problems = [...(likely === undefined ? [] : [likely.problem]), ...read.problems]
  const inDocument = (problem: Problem) => placed(problem, configPath)
  const { design: found } = read
  if (found === undefined || !isSound({ problems })) return fail(problems.map(inDocument))
  const former = format
    .read(ofHost, catalog, build)
    .problems.filter(({ code, severity }) => code === 'setting-left-out' && severity === 'warning')
  const kept = replaceSecrets(found, catalog)
  const slash = workerPoolId.indexOf('/')
  const identity =
    slash === -1 ? {} : { provisionerId: workerPoolId.slice(0, slash), workerType: workerPoolId.slice(slash + 1) }
  const foreign = [...problems.map(inDocument), ...foreignIdentity(found, identity, imported)]
  const { description = '', ...rest } = pool
  const inHost = (path: string) => ['config', 'runner', 'workerConfig', ...pathSegments(path)]
  const member = former.map(({ path }) => inHost(path)).reduce<JsonValue>(without, poolMember(rest))
  const secrets = secretPlaces(undefined, member)
  const cleaned = secrets.reduce<JsonValue>(without, member)
  const design = { ...kept.design, ...identity, description, ...(isJsonObject(cleaned) ? { pool: cleaned } : {}) }
  return succeed(design, [...foreign, ...former.map(inDocument), ...kept.problems, ...secrets.map(leftOut)])
}

function without(value: JsonValue, [head, ...rest]: readonly (string | number)[]): JsonValue {
  if (head === undefined) return value
  if (Array.isArray(value)) {
    // the places of other secrets in the list stay what they are
    return value.map((item, index) => (index !== head ? item : rest.length === 0 ? '' : without(item, rest)))
  }
  if (!isJsonObject(value)) return value
  const { [head]: member = null, ...others } = value
  return rest.length === 0 ? others : { ...value, [head]: without(member, rest) }
}

function leftOut(place: readonly (string | number)[]): Problem {
  return {
    code: 'pool-secret-left-out',
    severity: 'notice',
    message: 'A design holds no secrets, so the value here was left out.',
    path: place.reduce<string>(appendPath, 'pool'),
    help: 'Keep it in the secret `worker-pool:<pool>` of the deployment, which worker-runner merges in.',
  }
}

/**
 * Names in the configuration that are not those of the pool. Worker-runner writes the pool's over them; but of two spellings the worker takes the one
 * that sorts later, and so one in lower case.
 */
function foreignIdentity(
  found: Design,
  identity: { provisionerId?: string; workerType?: string },
  { config, configPath }: ImportedPool,
): Problem[] {
  return (['provisionerId', 'workerType'] as const).flatMap((name) => {
    const [own, ofPool] = [found[name], identity[name]]
    if (ofPool === undefined || own === '' || own === ofPool) return []
    const spellings = Object.keys(config).filter((key) => foldName(key) === foldName(name))
    const written = spellings.sort().at(-1) ?? name
    const says = `The configuration says ${written} ${JSON.stringify(own)}, which is left out`
    const why =
      written > name
        ? `the worker takes it instead of the ${name} that worker-runner writes, and does not claim the tasks of its pool`
        : `worker-runner writes that of the pool, ${ofPool}, over it`
    return [
      {
        code: 'pool-identity-differs',
        severity: 'warning' as const,
        message: `${says}: ${why}.`,
        path: appendPath(configPath, written),
        help: 'Take it out of the pool.',
      },
    ]
  })
}

function placed({ path, ...problem }: Problem, configPath: string): Problem {
  return { ...problem, path: pathSegments(path).reduce<string>(appendPath, configPath) }
}

function isSound({ problems }: { problems: Problem[] }): boolean {
  return problems.every(({ severity }) => severity !== 'error')
}

/** The likeliest of the engines that start with what `read` reads, or of all where none does; and the word on it. */
function likeliest({ names, told }: LikelyEngines, read: (engine: string) => ReadConfig) {
  const sound = names.find((engine) => isSound(read(engine)))
  const engine = sound ?? names[0] ?? ''
  return { engine, problem: told && engine === names[0] ? engineTold(engine) : engineAssumed(engine) }
}

/** What the pool's member `runner` says of the worker's configuration. */
function hostConfig(config: JsonObject): JsonObject {
  const runner = getOwn(config, 'runner')
  const own = isJsonObject(runner) ? getOwn(runner, 'workerConfig') : undefined
  return isJsonObject(own) ? own : {}
}

function engineTold(engine: string): Problem {
  const message = `The file is for ${engine}, as its paths say.`
  return {
    code: 'engine-read',
    severity: 'notice',
    message,
    path: '',
    help: 'Choose another engine where that is wrong.',
  }
}

function engineAssumed(engine: string): Problem {
  return {
    code: 'engine-assumed',
    severity: 'warning',
    message: `A pool does not say which build of the worker it is for; ${engine} is assumed.`,
    path: '',
    help: 'Choose another engine where that is wrong.',
  }
}

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
