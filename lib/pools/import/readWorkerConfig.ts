import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { importProblem, notUnderstood, wrongTypes } from './importProblem'

/** What a pool's `workerConfig` says of generic-worker. */
export interface ReadWorkerConfig {
  config: JsonObject
  files: JsonValue[]
}

/** Keys of docker-worker's configuration that generic-worker does not have. */
const dockerWorkerKeys = ['dockerWorker', 'dockerConfig', 'shutdown', 'deviceManagement', 'statelessHostname', 'sentry']

/**
 * Takes `workerConfig` of a pool apart, in the form that has `genericWorker` alone, or in the old flat one. Problems: `not-generic-worker` (an error:
 * another worker's pool), `worker-config-flat`, `worker-config-form` (a second key, under which the worker does not start),
 * `pool-not-understood`.
 */
export function readWorkerConfig(workerConfig: JsonValue | undefined, path: string): Result<ReadWorkerConfig> {
  if (workerConfig === undefined) return succeed({ config: {}, files: [] })
  if (!isJsonObject(workerConfig)) {
    return fail([importProblem('pool-unreadable', 'error', 'The configuration of the worker is no object.', path)])
  }
  const genericWorker = getOwn(workerConfig, 'genericWorker')
  if (genericWorker === undefined) {
    const foreign = Object.keys(workerConfig).find((key) => dockerWorkerKeys.includes(key))
    if (foreign !== undefined) return fail([anotherWorker(foreign, path)])
    const flat = Object.keys(workerConfig).length === 0 ? [] : [flatForm(path)]
    return succeed({ config: workerConfig, files: [] }, flat)
  }
  const problems: Problem[] = Object.keys(workerConfig)
    .filter((key) => key !== 'genericWorker')
    .map((key) => secondKey(key, appendPath(path, key)))
  const inner = appendPath(path, 'genericWorker')
  if (!isJsonObject(genericWorker)) {
    return fail([...problems, importProblem('pool-unreadable', 'error', 'genericWorker is no object.', inner)])
  }
  for (const key of Object.keys(genericWorker)) {
    if (key !== 'config' && key !== 'files') problems.push(notUnderstood(appendPath(inner, key), key))
  }
  problems.push(...wrongTypes(genericWorker, { files: 'list' }, inner))
  const config = getOwn(genericWorker, 'config')
  const files = getOwn(genericWorker, 'files')
  if (config !== undefined && !isJsonObject(config)) {
    const place = appendPath(inner, 'config')
    return fail([...problems, importProblem('pool-unreadable', 'error', 'The configuration is no object.', place)])
  }
  return succeed({ config: config ?? {}, files: Array.isArray(files) ? files : [] }, problems)
}

function flatForm(path: string) {
  return importProblem(
    'worker-config-flat',
    'notice',
    'The configuration has the old flat form. From here on it stands in genericWorker.config, which means the same.',
    path,
  )
}

function secondKey(key: string, path: string) {
  return importProblem(
    'worker-config-form',
    'warning',
    `Beside genericWorker there is ${key}: worker-runner takes all of it for a flat configuration, and workers of this pool do not start. It is left out.`,
    path,
  )
}

function anotherWorker(key: string, path: string) {
  return importProblem(
    'not-generic-worker',
    'error',
    `${key} is configuration of docker-worker, which is no longer released.`,
    appendPath(path, key),
    'Design the worker type anew: generic-worker on Linux runs docker-worker payloads where enableD2G is on.',
  )
}
