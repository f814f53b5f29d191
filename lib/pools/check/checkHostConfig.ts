import { getOwn, isJsonObject } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { findPlaceholders } from '@/lib/pools/placeholders'
import type { PoolInput, PoolWorker } from '@/lib/pools/poolInput'
import type { Provider } from '@/lib/pools/providers/provider'
import { isSecret } from './checkWorkerConfig'

/**
 * Looks at the configuration that stands in the files of the host: what an admin says of the host, and for standalone workers all of it. Problems:
 * `pool-reference` (`fill.sh` puts in texts of the environment, and nothing else) and `pool-secret` (worker-runner brings it itself).
 */
export function checkHostConfig({ config }: PoolInput, worker: PoolWorker, { managed }: Provider): Problem[] {
  const runner = getOwn(config, 'runner')
  const given = isJsonObject(runner) ? getOwn(runner, 'workerConfig') : undefined
  const own = isJsonObject(given) ? given : {}
  const path = 'pool.config.runner.workerConfig'
  const ofWorker = managed === undefined ? findPlaceholders(worker.config, '') : []
  const unfilled = [
    ...ofWorker.map((found) => ({ ...found, at: 'pool' })),
    ...findPlaceholders(own, path).map((found) => ({ ...found, at: found.path })),
  ].filter(({ variable }) => variable === undefined)
  const secrets = Object.keys(own).filter(
    (name) => isSecret(name) && findPlaceholders(own[name] ?? null, '').length === 0,
  )
  return [
    ...unfilled.map(({ path: place, at }) => unusable(place, at)),
    ...secrets.map((name) => secret(name, appendPath(path, name))),
  ]
}

function unusable(place: string, path: string): Problem {
  return {
    code: 'pool-reference',
    severity: 'error',
    message: `The host cannot fill in the reference${place === '' ? '' : ` at ${place}`}: only a text of the environment has a place in its files.`,
    path,
    help: 'Write the value, or {$env: NAME} where it is a text.',
  }
}

function secret(name: string, path: string): Problem {
  return {
    code: 'pool-secret',
    severity: 'error',
    message: `The files of the pool would hold ${name}, and worker-runner brings its own.`,
    path,
    help: 'Take it out.',
  }
}
