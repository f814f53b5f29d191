import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '../../base/json'
import { appendPath } from '../../base/path'
import { fail, type Problem, type Result, succeed } from '../../base/problem'
import { isSecret } from '../checkWorkerConfig'
import { type PoolInput, providerNames } from '../poolInput'
import { findProvider } from '../providers/providers'
import type { ImportedPool } from './importedPool'
import { importProblem, notUnderstood } from './importProblem'
import { wrongTypes } from './wrongTypes'

const understood = ['provider', 'worker', 'workerConfig', 'getSecrets', 'cacheOverRestarts', 'logging']
const workerKeys = ['path', 'service', 'protocolPipe', 'configPath']
/** Values of each host, which the files of a pool have placeholders for. */
const ofEachHost = ['rootURL', 'clientID', 'accessToken', 'workerID', 'staticSecret']
const ofPool = ['providerType', 'workerPoolID', 'providerID', 'workerGroup']

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
  problems.push(...providerProblems(provider, at('provider')))
  for (const key of Object.keys(worker)) {
    if (key !== 'implementation' && !workerKeys.includes(key))
      problems.push(notUnderstood(`${at('worker')}.${key}`, key))
  }
  problems.push(
    ...wrongTypes(value, { getSecrets: 'boolean', cacheOverRestarts: 'text', workerConfig: 'object' }, path),
  )
  problems.push(
    ...wrongTypes(provider, { workerPoolID: 'text', providerID: 'text', workerGroup: 'text' }, at('provider')),
  )
  const given = getOwn(value, 'workerConfig')
  const workerConfig = withoutSecrets(isJsonObject(given) ? given : {}, at('workerConfig'), problems)
  const runner = runnerOf(value, worker, provider)
  if (found.managed !== undefined) problems.push(partOnly(at('workerConfig')))
  const host: JsonObject = found.managed !== undefined && Object.keys(workerConfig).length > 0 ? { workerConfig } : {}
  const pool: PoolInput = {
    provider: found.name,
    ...(typeof provider.providerID === 'string' ? { providerId: provider.providerID } : {}),
    config: { runner: { ...runner, ...host } },
  }
  const config = found.managed === undefined ? workerConfig : {}
  const id = typeof provider.workerPoolID === 'string' ? { workerPoolId: provider.workerPoolID } : {}
  return succeed({ ...id, pool, config, configPath: at('workerConfig'), managedElsewhere: false }, problems)
}

function runnerOf(value: JsonObject, worker: JsonObject, provider: JsonObject): JsonObject {
  const { getSecrets, cacheOverRestarts } = value
  const members = Object.entries(worker).filter(([key]) => workerKeys.includes(key))
  return {
    ...Object.fromEntries(members),
    ...(typeof getSecrets === 'boolean' ? { getSecrets } : {}),
    ...(typeof cacheOverRestarts === 'string' ? { cacheOverRestarts } : {}),
    ...(typeof provider.workerGroup === 'string' ? { workerGroup: provider.workerGroup } : {}),
  }
}

function withoutSecrets(config: JsonObject, path: string, problems: Problem[]): JsonObject {
  const found = Object.keys(config).filter(isSecret)
  problems.push(...found.map((name) => ofThisHost(name, appendPath(path, name))))
  return Object.fromEntries(Object.entries(config).filter(([name]) => !found.includes(name)))
}

function providerProblems(provider: JsonObject, path: string): Problem[] {
  return Object.keys(provider).flatMap((key) => {
    const place = appendPath(path, key)
    if (ofPool.includes(key)) return []
    if (!ofEachHost.includes(key)) return [notUnderstood(place, key)]
    return [ofThisHost(key, place)]
  })
}

function ofThisHost(key: string, path: string): Problem {
  const message = `${key} is a value of this host, and left out: fill.sh or worker-runner brings it.`
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
