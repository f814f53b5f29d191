import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { foldName } from '@/lib/base/texts'
import { isSecret } from '@/lib/pools/check/checkWorkerConfig'
import { placeholderName, withReferences } from '@/lib/pools/placeholders'
import { type PoolInput, providerNames } from '@/lib/pools/poolInput'
import { findProvider } from '@/lib/pools/providers/providers'
import type { ImportedPool } from './importedPool'
import { importProblem, notUnderstood, wrongTypes } from './importProblem'

const understood = ['provider', 'worker', 'workerConfig', 'getSecrets', 'cacheOverRestarts', 'logging']
const workerKeys = ['path', 'service', 'protocolPipe', 'configPath']
/** Values of each host, which the files of a pool have placeholders for. */
const ofEachHost = ['rootURL', 'clientID', 'accessToken', 'workerID', 'staticSecret']
const ofPool = ['providerType', 'workerPoolID', 'providerID', 'workerGroup']
/** Texts by name, which worker-runner takes from the file of a machine that no cloud knows. */
const facts = ['workerLocation', 'providerMetadata']
/** Members of the worker's configuration that are facts of its machine. */
const ofMachine = ['publicIP', 'privateIP', 'instanceId', 'instanceType', 'region', 'availabilityZone'].map(foldName)

/**
 * Takes a file of worker-runner apart. A standalone worker has all its configuration there; of others it has what the host knows, and the rest is in
 * the pool. Problems: `runner-unreadable` (an error), `not-generic-worker`, `runner-host-value` (what each host says for itself),
 * `pool-not-understood`, `runner-part-only`.
 */
export function readRunner(value: JsonValue, path = ''): Result<ImportedPool> {
  const at = (name: string) => appendPath(path, name)
  const provider = isJsonObject(value) ? getOwn(value, 'provider') : undefined
  const worker = isJsonObject(value) ? getOwn(value, 'worker') : undefined
  if (!isJsonObject(value) || !isJsonObject(provider) || !isJsonObject(worker)) {
    return fail([unreadable('This is no file of worker-runner: it has no provider and worker.', path)])
  }
  const type = providerNames.find((name) => name === provider.providerType)
  const found = type && findProvider(type)
  if (found === undefined) {
    const message = `Worker-runner’s provider ${JSON.stringify(provider.providerType ?? null)} is not known here.`
    return fail([unreadable(message, `${at('provider')}.providerType`)])
  }
  if (worker.implementation !== 'generic-worker') {
    const message = `The file starts ${JSON.stringify(worker.implementation ?? null)}, not generic-worker.`
    return fail([importProblem('not-generic-worker', 'error', message, `${at('worker')}.implementation`)])
  }
  const problems: Problem[] = Object.keys(value)
    .filter((key) => !understood.includes(key))
    .map((key) => notUnderstood(at(key), key))
  problems.push(...providerProblems(provider, found.runnerValues !== 'none', at('provider')))
  for (const key of Object.keys(worker)) {
    if (key !== 'implementation' && !workerKeys.includes(key))
      problems.push(notUnderstood(`${at('worker')}.${key}`, key))
  }
  problems.push(...wrongTypes(value, { getSecrets: 'boolean', workerConfig: 'object' }, path))
  if (typeof value.cacheOverRestarts === 'boolean')
    problems.push(aFile(value.cacheOverRestarts, at('cacheOverRestarts')))
  else problems.push(...wrongTypes(value, { cacheOverRestarts: 'text' }, path))
  problems.push(
    ...wrongTypes(provider, { workerPoolID: 'text', providerID: 'text', workerGroup: 'text' }, at('provider')),
  )
  const given = getOwn(value, 'workerConfig')
  const own = withoutSecrets(isJsonObject(given) ? given : {}, at('workerConfig'), problems)
  const filled = withReferences(own)
  const workerConfig = isJsonObject(filled) ? filled : {}
  const runner = runnerOf(value, worker, provider)
  if (found.managed !== undefined) problems.push(partOnly(at('workerConfig')))
  const isOfHost = (name: string) => found.managed !== undefined || ofMachine.includes(foldName(name))
  const part = (ofHost: boolean) =>
    Object.fromEntries(Object.entries(workerConfig).filter(([name]) => isOfHost(name) === ofHost))
  const host: JsonObject = Object.keys(part(true)).length > 0 ? { workerConfig: part(true) } : {}
  const pool: PoolInput = {
    provider: found.name,
    ...(typeof provider.providerID === 'string' ? { providerId: provider.providerID } : {}),
    config: { runner: { ...runner, ...host } },
  }
  const id = typeof provider.workerPoolID === 'string' ? { workerPoolId: provider.workerPoolID } : {}
  return succeed(
    { ...id, pool, config: part(false), configPath: at('workerConfig'), managedElsewhere: false },
    problems,
  )
}

function runnerOf(value: JsonObject, worker: JsonObject, provider: JsonObject): JsonObject {
  const { getSecrets, cacheOverRestarts } = value
  const members = Object.entries(worker).filter(([key]) => workerKeys.includes(key))
  return {
    ...Object.fromEntries(members),
    ...(typeof getSecrets === 'boolean' ? { getSecrets } : {}),
    ...(typeof cacheOverRestarts === 'string' || typeof cacheOverRestarts === 'boolean'
      ? { cacheOverRestarts: String(cacheOverRestarts) }
      : {}),
    // each host fills in a placeholder
    ...(typeof provider.workerGroup === 'string' && placeholderName(provider.workerGroup) === undefined
      ? { workerGroup: provider.workerGroup }
      : {}),
    ...Object.fromEntries(facts.flatMap((name) => (isFacts(provider[name]) ? [[name, provider[name]]] : []))),
  }
}

function withoutSecrets(config: JsonObject, path: string, problems: Problem[]): JsonObject {
  const found = Object.keys(config).filter(isSecret)
  problems.push(...found.map((name) => ofThisHost(name, appendPath(path, name))))
  return Object.fromEntries(Object.entries(config).filter(([name]) => !found.includes(name)))
}

function isFacts(value: JsonValue | undefined): value is JsonObject {
  return isJsonObject(value) && Object.values(value).every((member) => typeof member === 'string')
}

function providerProblems(provider: JsonObject, takesFacts: boolean, path: string): Problem[] {
  return Object.keys(provider).flatMap((key) => {
    const place = appendPath(path, key)
    if (ofPool.includes(key) || (takesFacts && facts.includes(key) && isFacts(provider[key]))) return []
    if (!ofEachHost.includes(key)) return [notUnderstood(place, key)]
    return [ofThisHost(key, place)]
  })
}

function aFile(value: boolean, path: string): Problem {
  const message = `The property cacheOverRestarts is the name of a file, so worker-runner takes ${value} for one of that name.`
  return importProblem('runner-file-name', 'notice', message, path, 'Name a file.')
}

function ofThisHost(key: string, path: string): Problem {
  const message = `What ${key} says is a value of this host, and left out: fill.sh or worker-runner brings it.`
  return importProblem('runner-host-value', 'notice', message, path)
}

function partOnly(path: string): Problem {
  return importProblem(
    'runner-part-only',
    'notice',
    'The rest of the worker’s configuration is in the worker pool, which worker-manager has.',
    path,
    'Import the pool as well.',
  )
}

function unreadable(message: string, path: string): Problem {
  return importProblem('runner-unreadable', 'error', message, path)
}
