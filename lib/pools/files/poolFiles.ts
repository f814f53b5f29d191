import { canonicalJson, getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { yamlText } from '@/lib/base/yamlText'
import { checkPool } from '@/lib/pools/check/checkPool'
import { type PoolDefinition, poolDefinition } from '@/lib/pools/check/poolDefinition'
import { isManagedElsewhere, managedPrefix } from '@/lib/pools/managedElsewhere'
import { placeholder, placeholderNames } from '@/lib/pools/placeholders'
import { type PoolInput, type PoolWorker, workerCapacity } from '@/lib/pools/poolInput'
import type { Provider } from '@/lib/pools/providers/provider'
import { findProvider } from '@/lib/pools/providers/providers'
import { fillScript } from './fillScript'
import { hostConfig, runnerFile } from './runnerFile'

/** The files of a pool, and the environment variables that `fill.sh` needs for them. */
interface PoolFiles {
  files: PoolFile[]
  variables: string[]
}

/**
 * Everything to make a pool and to start a worker of it: the definition for worker-manager, the same for tc-admin, worker-runner's file and, where
 * the host has all of it, the worker's own configuration. The same input gives the same bytes. Problems: those of `checkPool`; errors
 * refuse the files, warnings and notices ride along.
 */
export function poolFiles(pool: PoolInput, worker: PoolWorker): Result<PoolFiles> {
  const problems = checkPool(pool, worker)
  const provider = findProvider(pool.provider)
  if (provider === undefined || problems.some(({ severity }) => severity === 'error')) return fail(problems)
  const files: PoolFile[] = [
    text('worker-runner.yml', 'what worker-runner on the host starts with', runnerFile(pool, worker, provider)),
  ]
  const built = poolDefinition(pool, worker)
  if (provider.managed === undefined) {
    const what = 'configuration of the worker, where it runs without worker-runner'
    files.push(text('generic-worker.config.json', what, workerConfigFile(pool, worker, provider)))
  }
  if (built !== undefined) {
    const { workerPoolId, definition } = built
    const body = `body of createWorkerPool and updateWorkerPool for ${workerPoolId}`
    files.push(
      text('worker-pool.json', body, canonicalJson(definition)),
      text('worker-pool.tc-admin.yml', 'the same pool for tc-admin', tcAdminFile(built)),
    )
  }
  if (provider.name === 'static') {
    files.push(text('create-worker.json', 'body of createWorker, one for each host', createWorkerFile(worker)))
  }
  const variables = [...new Set(files.flatMap(({ content }) => placeholderNames(content)))].sort()
  if (variables.length > 0) {
    const what = 'writes a file with the environment’s values in the place of placeholders'
    files.push({ path: 'fill.sh', what, content: fillScript, mode: 0o755 })
  }
  return succeed({ files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), variables }, problems)
}

function text(path: string, what: string, content: string): PoolFile {
  return { path, what, content, mode: 0o644 }
}

/** One file of a pool. `content` is text; `mode` says whether it is a program. */
interface PoolFile {
  path: string
  /** one clause, for lists of files */
  what: string
  content: string
  mode: 0o644 | 0o755
}

/** The body of worker-manager's createWorker, which makes one static worker known: its secret is the proof of who it is. */
export function createWorkerFile({ config }: PoolWorker): string {
  return canonicalJson({
    expires: placeholder('WORKER_EXPIRES'),
    capacity: workerCapacity(config),
    providerInfo: { staticSecret: placeholder('WORKER_STATIC_SECRET') },
  })
}

/**
 * The whole configuration of a standalone worker, for `generic-worker run --config FILE` without worker-runner. What differs from host to host
 * is a placeholder, so the file is filled in first.
 */
export function standaloneConfig(pool: PoolInput, worker: PoolWorker, provider: Provider): JsonObject {
  const runner = getOwn(pool.config, 'runner')
  const workerGroup = isJsonObject(runner) ? getOwn(runner, 'workerGroup') : undefined
  return {
    ...hostConfig(pool, worker, provider),
    rootURL: worker.rootUrl ?? placeholder('TASKCLUSTER_ROOT_URL'),
    clientId: placeholder('TASKCLUSTER_CLIENT_ID'),
    accessToken: placeholder('TASKCLUSTER_ACCESS_TOKEN'),
    provisionerId: worker.provisionerId,
    workerType: worker.workerType,
    workerGroup: workerGroup ?? placeholder('WORKER_GROUP'),
    workerId: placeholder('WORKER_ID'),
  }
}

/** The same as JSON with sorted keys. */
function workerConfigFile(pool: PoolInput, worker: PoolWorker, provider: Provider): string {
  return canonicalJson(standaloneConfig(pool, worker, provider))
}

/**
 * The pool as a set of resources of tc-admin, the form that its `Resources` class writes and reads (tcadmin/resources/resources.py, `to_json` and
 * `from_json`; tcadmin/resources/worker_pool.py for the kind WorkerPool): a list with a `kind` each, and patterns of the names that are
 * managed. Tc-admin puts its mark before every description, so it is written here.
 */
export function tcAdminResources({ workerPoolId, definition }: PoolDefinition): JsonObject {
  const { providerId = '', owner = '', emailOnError = false, config = {} } = definition
  const given = getOwn(definition, 'description')
  const text = typeof given === 'string' ? given : ''
  const description = isManagedElsewhere(text) ? text : managedPrefix + text
  const resource = { kind: 'WorkerPool', workerPoolId, description, owner, emailOnError, providerId, config }
  return { resources: [resource], managed: [`WorkerPool=${workerPoolId}$`] }
}

/** The same as YAML. */
export function tcAdminFile(pool: PoolDefinition): string {
  const comment = `Worker pool ${pool.workerPoolId} as resources of tc-admin.`
  return yamlText(tcAdminResources(pool), comment)
}
