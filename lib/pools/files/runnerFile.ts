import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { yamlText } from '@/lib/base/yamlText'
import { mergeJson } from '@/lib/pools/mergeJson'
import { placeholder, withPlaceholders } from '@/lib/pools/placeholders'
import type { PoolInput, PoolWorker } from '@/lib/pools/poolInput'
import type { Provider } from '@/lib/pools/providers/provider'

/** The same as YAML. */
export function runnerFile(pool: PoolInput, worker: PoolWorker, provider: Provider): string {
  const comment = `Worker-runner of ${worker.provisionerId}/${worker.workerType}: start-worker FILE`
  return yamlText(runnerConfig(pool, worker, provider), comment)
}

/**
 * The file that worker-runner starts with. What differs from host to host is a placeholder. Workers that worker-manager knows get their
 * configuration from there, and only what the host knows stands here: worker-runner joins lists of both, so nothing is said twice.
 */
export function runnerConfig(pool: PoolInput, worker: PoolWorker, provider: Provider): JsonObject {
  const given = getOwn(pool.config, 'runner')
  const runner = isJsonObject(given) ? given : {}
  const { path, service, protocolPipe, configPath, cacheOverRestarts } = runner
  const paths = hostPaths(worker.platform)
  const remembered = cacheOverRestarts ?? (worker.reboots && provider.name !== 'static' ? paths.runnerState : undefined)
  // Without the scope to read its secrets a standalone worker would not start.
  const getSecrets = runner.getSecrets ?? (provider.name === 'standalone' ? false : undefined)
  return {
    provider: { providerType: provider.name, ...providerValues(runner, worker, provider, pool.providerId) },
    worker: {
      implementation: 'generic-worker',
      ...(service === undefined ? { path: path ?? paths.program } : { service }),
      ...present({ protocolPipe }),
      configPath: configPath ?? paths.configFile,
    },
    ...present({ getSecrets, cacheOverRestarts: remembered }),
    workerConfig: hostConfig(pool, worker, provider),
  }
}

/** The part of the worker's configuration that is on the host: all of it for standalone workers. */
export function hostConfig({ config }: PoolInput, worker: PoolWorker, provider: Provider): JsonObject {
  const runner = getOwn(config, 'runner')
  const given = isJsonObject(runner) ? getOwn(runner, 'workerConfig') : undefined
  const own = provider.managed === undefined ? withPlaceholders(worker.config) : {}
  const key = Object.hasOwn(worker.config, 'ed25519SigningKeyLocation') ? {} : signingKey(worker)
  return mergeJson(mergeJson(key, own), isJsonObject(given) ? withPlaceholders(given) : {})
}

/** The worker does not start without it. */
function signingKey({ platform }: PoolWorker): JsonObject {
  return { ed25519SigningKeyLocation: hostPaths(platform).signingKey }
}

function providerValues(
  runner: JsonObject,
  worker: PoolWorker,
  { runnerValues }: Provider,
  providerId = '',
): Record<string, JsonValue> {
  if (runnerValues === 'none') return {}
  const identity = {
    workerPoolID: `${worker.provisionerId}/${worker.workerType}`,
    workerGroup: runner.workerGroup ?? placeholder('WORKER_GROUP'),
    workerID: placeholder('WORKER_ID'),
  }
  const { workerLocation, providerMetadata } = runner
  const facts = present({ workerLocation, providerMetadata })
  const rootURL = worker.rootUrl ?? placeholder('TASKCLUSTER_ROOT_URL')
  if (runnerValues === 'identity') {
    return { rootURL, providerID: providerId, ...identity, staticSecret: placeholder('WORKER_STATIC_SECRET'), ...facts }
  }
  const clientID = placeholder('TASKCLUSTER_CLIENT_ID')
  return { rootURL, clientID, accessToken: placeholder('TASKCLUSTER_ACCESS_TOKEN'), ...identity, ...facts }
}

function present(members: Record<string, JsonValue | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  )
}

/** Where the programs and files of a worker are on a host, where nobody says. */
interface HostPaths {
  program: string
  configFile: string
  signingKey: string
  runnerState: string
}

const posix: HostPaths = {
  program: '/usr/local/bin/generic-worker',
  configFile: '/etc/generic-worker/config.json',
  signingKey: '/etc/generic-worker/ed25519.key',
  runnerState: '/var/local/worker-runner-state.json',
}

const windows: HostPaths = {
  program: 'C:\\generic-worker\\generic-worker.exe',
  configFile: 'C:\\generic-worker\\config.json',
  signingKey: 'C:\\generic-worker\\ed25519.key',
  runnerState: 'C:\\generic-worker\\runner-state.json',
}

/** The usual paths of a platform. */
function hostPaths(platform: string | undefined): HostPaths {
  return platform === 'windows' ? windows : posix
}
