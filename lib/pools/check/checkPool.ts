import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath, pathSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { type PoolInput, type PoolWorker, providerNames } from '@/lib/pools/poolInput'
import type { Provider } from '@/lib/pools/providers/provider'
import { findProvider } from '@/lib/pools/providers/providers'
import { checkHostConfig } from './checkHostConfig'
import { checkPoolDefinition } from './checkPoolDefinition'
import { isHostPart, poolDefinition } from './poolDefinition'
import { violationProblems } from './violationProblems'

/**
 * Checks what an admin says of a pool, together with the worker that it is for. Problems: `unknown-provider`, `pool-config-invalid` (the provider's
 * `configSchema`), the warning `pool-host-part`, `pool-runner` (settings of worker-runner that exclude each other), and those of `checkHostConfig` and `checkPoolDefinition`. Paths are
 * those of a design: `pool.config.launchConfigs[0].zone`.
 */
export function checkPool(pool: PoolInput, worker: PoolWorker): Problem[] {
  const provider = findProvider(pool.provider)
  if (provider === undefined) return [unknownProvider(pool.provider)]
  const hostPart = isHostPart(pool)
  const frame = frameOf(hostPart ? { ...provider.configSchema, required: [] } : provider.configSchema)
  const wrong = violationProblems(frame ?? provider.configSchema, pool.config, 'pool.config', 'pool-config-invalid')
  if (frame !== undefined && !hostPart) wrong.push(...checkLaunchConfigs(pool.config, 'pool.config'))
  const problems = [
    ...wrong,
    ...runnerProblems(pool.config, provider, worker),
    ...checkHostConfig(pool, worker, provider),
  ]
  if (hostPart) return [...problems, ofHost()]
  const built = wrong.some(({ severity }) => severity === 'error') ? undefined : poolDefinition(pool, worker)
  if (built === undefined) return problems
  const { workerPoolId, definition } = built
  const check = { workerPoolId, provider: provider.name, rootUrl: worker.rootUrl }
  const named = new Set(['providerId', 'owner'].filter((name) => getOwn(definition, name) === ''))
  const found = checkPoolDefinition(definition, check).filter(({ path }) => !named.has(path))
  return [...problems, ...[...named].map(missing), ...placeInLaunchConfigs(placedInDesign(found), pool.config)]
}

/**
 * What the configuration itself is held to. Launch configurations are checked as worker-manager sees them, over what all share: the form that an
 * admin fills in asks for less than that, and knows fewer words. Undefined for providers without them.
 */
function frameOf(configSchema: JsonObject): JsonObject | undefined {
  const properties = isJsonObject(configSchema.properties) ? configSchema.properties : {}
  if (!Object.hasOwn(properties, 'launchConfigs')) return undefined
  const launchConfigs = { type: 'array', items: { type: 'object' } }
  return { ...configSchema, properties: { ...properties, launchDefaults: { type: 'object' }, launchConfigs } }
}

/** A design has the worker's configuration once, and outside the pool: what is wrong with it is told once, and of the whole pool. */
function placedInDesign(problems: Problem[]): Problem[] {
  const told = new Set<string>()
  return problems.flatMap((problem) => {
    const isOfWorker = /\.workerConfig\b/.test(problem.path)
    if (!isOfWorker) return [{ ...problem, path: problem.path === '' ? 'pool' : `pool.${problem.path}` }]
    if (told.has(problem.message)) return []
    told.add(problem.message)
    return [{ ...problem, path: 'pool' }]
  })
}

function runnerProblems(config: JsonObject, { name, runnerValues }: Provider, { platform }: PoolWorker): Problem[] {
  const given = getOwn(config, 'runner')
  const runner = isJsonObject(given) ? given : {}
  const has = (property: string) => Object.hasOwn(runner, property)
  const wrong = (property: string, message: string, help: string): Problem => {
    return { code: 'pool-runner', severity: 'error', message, path: `pool.config.runner.${property}`, help }
  }
  const problems: Problem[] = []
  if (has('service') && platform !== undefined && platform !== 'windows') {
    problems.push(wrong('service', 'Only on Windows is a worker a service of worker-runner.', 'Give its path instead.'))
  }
  if (has('service') && has('path')) {
    problems.push(wrong('path', 'A worker is either a service or started from a path.', 'Leave one of them out.'))
  }
  if (has('protocolPipe') && !has('service')) {
    problems.push(wrong('protocolPipe', 'Only a service talks through a named pipe.', 'Leave it out.'))
  }
  if (has('cacheOverRestarts') && name === 'static') {
    const message = 'Worker-runner refuses a file of what it knew before where workers are static.'
    problems.push(wrong('cacheOverRestarts', message, 'Leave it out.'))
  }
  for (const property of ['workerLocation', 'providerMetadata'].filter((one) => runnerValues === 'none' && has(one))) {
    problems.push(wrong(property, `The cloud tells worker-runner its ${property}.`, 'Leave it out.'))
  }
  return problems
}

function ofHost(): Problem {
  return {
    code: 'pool-host-part',
    severity: 'warning',
    message:
      'The pool has the part of its hosts alone, so nothing of it is written for worker-manager or registered there.',
    path: 'pool',
    help: 'Add the rest, or import the pool itself.',
  }
}

function missing(name: string): Problem {
  return {
    code: 'pool-invalid',
    severity: 'error',
    message: `The pool needs ${name === 'owner' ? 'an owner: an address that hears of failures' : 'the id of a provider'}.`,
    path: `pool.${name}`,
  }
}

function unknownProvider(name: string): Problem {
  return {
    code: 'unknown-provider',
    severity: 'error',
    message: `There is no provider ${JSON.stringify(name)}.`,
    path: 'pool.provider',
    help: `Take one of ${providerNames.join(', ')}.`,
  }
}

/**
 * What launch configurations, and `launchDefaults`, must not say because the design says it elsewhere: it would be lost without a word. Also warns
 * of a pool without any. Problems: `pool-config-invalid`, and the warning `pool-launch-configs-none`.
 */
function checkLaunchConfigs(config: JsonObject, path: string): Problem[] {
  const { launchDefaults, launchConfigs } = config
  const list = Array.isArray(launchConfigs) ? launchConfigs : undefined
  const each = (list ?? []).flatMap((launchConfig, i) => saidElsewhere(launchConfig, `${path}.launchConfigs[${i}]`))
  return [
    ...saidElsewhere(launchDefaults, `${path}.launchDefaults`),
    ...each,
    ...(list?.length === 0 ? [none(`${path}.launchConfigs`)] : []),
  ]
}

function saidElsewhere(launchConfig: JsonValue | undefined, path: string): Problem[] {
  if (!isJsonObject(launchConfig)) return []
  const manager = getOwn(launchConfig, 'workerManager')
  const has = (object: JsonValue | undefined, name: string) => isJsonObject(object) && Object.hasOwn(object, name)
  const capacity = 'The worker’s own capacity says how many tasks it runs at once.'
  return [
    ...(has(launchConfig, 'workerConfig')
      ? [wrong(`${path}.workerConfig`, 'The configuration of the worker comes from the design.')]
      : []),
    ...(has(launchConfig, 'capacityPerInstance') ? [wrong(`${path}.capacityPerInstance`, capacity)] : []),
    ...(has(manager, 'capacityPerInstance') ? [wrong(`${path}.workerManager.capacityPerInstance`, capacity)] : []),
  ]
}

function wrong(path: string, message: string): Problem {
  return { code: 'pool-config-invalid', severity: 'error', message, path, help: 'Leave it out here.' }
}

function none(path: string): Problem {
  const message = 'Without a launch configuration worker-manager starts no worker.'
  return { code: 'pool-launch-configs-none', severity: 'warning', message, path, help: 'Add one.' }
}

const frame = ['pool', 'config', 'launchConfigs']

/**
 * Problems of launch configurations that were put together with `launchDefaults`, at the places where an admin wrote what is wrong: what stands in
 * the defaults alone is told there, and once.
 */
function placeInLaunchConfigs(problems: Problem[], config: JsonObject): Problem[] {
  const { launchDefaults = {}, launchConfigs = [] } = config
  const told = new Set<string>()
  return problems.flatMap((problem) => {
    const segments = pathSegments(problem.path)
    const rest = segments.slice(frame.length)
    const [index, ...inner] = rest
    if (!frame.every((name, i) => segments[i] === name) || typeof index !== 'number' || inner.length === 0) {
      return [problem]
    }
    const own = Array.isArray(launchConfigs) ? (launchConfigs[index] ?? null) : null
    if (has(own, inner) || !has(launchDefaults, inner)) return [problem]
    const path = ['pool', 'config', 'launchDefaults', ...inner].reduce<string>(appendPath, '')
    const key = JSON.stringify([problem.code, path, problem.message])
    if (told.has(key)) return []
    told.add(key)
    return [{ ...problem, path }]
  })
}

function has(value: JsonValue, [head, ...rest]: (string | number)[]): boolean {
  if (head === undefined) return true
  const member = Array.isArray(value)
    ? value[Number(head)]
    : isJsonObject(value)
      ? getOwn(value, String(head))
      : undefined
  return member !== undefined && has(member, rest)
}
