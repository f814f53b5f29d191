import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { isManagedElsewhere, withoutMark } from '@/lib/pools/managedElsewhere'
import { type PoolInput, type ProviderName, providerNames } from '@/lib/pools/poolInput'
import type { ImportedPool } from './importedPool'
import { importProblem, notUnderstood, wrongTypes } from './importProblem'
import { launchConfigForms, readLaunchConfigs } from './readLaunchConfigs'
import { readWorkerConfig } from './readWorkerConfig'

/** What is known of a pool beside its definition. */
interface PoolReading {
  /** where the definition stands in its document */
  path?: string
  /** where the definition does not say it */
  workerPoolId?: string
  /** the type of each providerId, as listProviders says; the shape of the definition tells where it is absent */
  providerTypes?: Record<string, string>
}

const frame = ['minCapacity', 'maxCapacity', 'scalingRatio', 'lifecycle']
const understood = ['workerPoolId', 'providerId', 'description', 'owner', 'emailOnError', 'config', 'kind']
const identity = {
  workerPoolId: 'text',
  providerId: 'text',
  description: 'text',
  owner: 'text',
  emailOnError: 'boolean',
} as const
/** What worker-manager adds to a definition when it answers. */
const answered =
  /^(created|lastModified|existingCapacity|(current|requested|running|stopping|stopped)(Count|Capacity))$/

/**
 * Takes a worker pool apart: a definition, what worker-manager answers, or a resource of tc-admin. `poolDefinition` of what comes out is the same
 * pool again, but for what the problems tell. Problems: `pool-unreadable` and `not-generic-worker` (errors), `pool-to-go`, `pool-managed-elsewhere`,
 * and those of `readLaunchConfigs`.
 */
export function readPool(value: JsonValue, reading: PoolReading = {}): Result<ImportedPool> {
  const { path = '', providerTypes = {} } = reading
  const at = (name: string) => appendPath(path, name)
  const config = isJsonObject(value) ? getOwn(value, 'config') : undefined
  if (!isJsonObject(value) || !isJsonObject(config)) {
    return fail([importProblem('pool-unreadable', 'error', 'This is no worker pool: it has no config.', path)])
  }
  const { providerId, description, owner, emailOnError } = value
  const known = typeof providerId === 'string' ? getOwn(providerTypes, providerId) : undefined
  const provider = providerNames.find((name) => name === known) ?? guessProvider(config)
  if (provider === undefined) {
    const launchConfigs = getOwn(config, 'launchConfigs')
    const empty = Array.isArray(launchConfigs) && launchConfigs.length === 0
    const message = empty
      ? 'The pool has no launch configuration: it starts no worker, so there is none to read.'
      : 'The config is that of no provider that is known here.'
    return fail([importProblem('pool-unreadable', 'error', message, at('config'))])
  }
  const problems: Problem[] = []
  for (const key of Object.keys(value)) {
    if (!understood.includes(key) && !answered.test(key)) problems.push(notUnderstood(at(key), key))
  }
  problems.push(...wrongTypes(value, identity, path))
  if (providerId === 'null-provider') problems.push(toGo(at('providerId')))
  const text = typeof description === 'string' ? description : ''
  const managedElsewhere = isManagedElsewhere(text)
  if (managedElsewhere) problems.push(managedByOthers(at('description')))
  const read = readConfig(config, provider, at('config'))
  if (!read.ok) return fail([...problems, ...read.problems])
  const workerPoolId = typeof value.workerPoolId === 'string' ? value.workerPoolId : reading.workerPoolId
  const pool: PoolInput = {
    provider,
    ...(typeof providerId === 'string' ? { providerId } : {}),
    description: withoutMark(text),
    ...(typeof owner === 'string' ? { owner } : {}),
    ...(typeof emailOnError === 'boolean' ? { emailOnError } : {}),
    config: read.value.pool,
  }
  const inner = isJsonObject(read.value.workerConfig) && Object.hasOwn(read.value.workerConfig, 'genericWorker')
  const configPath = `${read.value.workerPath}${inner ? '.genericWorker.config' : ''}`
  const imported = { pool, config: read.value.worker, configPath, managedElsewhere }
  const id = workerPoolId === undefined ? {} : { workerPoolId }
  return succeed({ ...id, ...imported }, [...problems, ...read.problems])
}

function readConfig(
  config: JsonObject,
  provider: keyof typeof launchConfigForms,
  path: string,
): Result<{ pool: JsonObject; worker: JsonObject; workerConfig: JsonValue; workerPath: string }> {
  const form = launchConfigForms[provider]
  const names = form === undefined ? ['lifecycle'] : frame
  const read =
    form === undefined
      ? readWorkerConfig(getOwn(config, 'workerConfig'), appendPath(path, 'workerConfig'))
      : readLaunchConfigs(getOwn(config, 'launchConfigs'), appendPath(path, 'launchConfigs'), form)
  if (!read.ok) return read
  const taken = [...names, form === undefined ? 'workerConfig' : 'launchConfigs']
  const rest = Object.keys(config).filter((key) => !taken.includes(key))
  const problems = [...read.problems, ...rest.map((key) => notUnderstood(appendPath(path, key), key))]
  const { config: worker, files, ...launch } = read.value
  const kept = Object.fromEntries(Object.entries(config).filter(([key]) => names.includes(key)))
  const pool: JsonObject = { ...kept, ...launch, ...(files.length > 0 ? { files } : {}) }
  if (isJsonObject(pool.launchDefaults) && Object.keys(pool.launchDefaults).length === 0) delete pool.launchDefaults
  const first = Array.isArray(config.launchConfigs) ? config.launchConfigs[0] : undefined
  const holder = form === undefined ? config : first
  const workerConfig = (isJsonObject(holder) ? getOwn(holder, 'workerConfig') : undefined) ?? null
  const workerPath = form === undefined ? appendPath(path, 'workerConfig') : `${path}.launchConfigs[0].workerConfig`
  return succeed({ pool, worker, workerConfig, workerPath }, problems)
}

function toGo(path: string): Problem {
  const message = 'The pool is to go: it has been deleted, and is given to null-provider.'
  return importProblem('pool-to-go', 'warning', message, path, 'Name a provider to have it back.')
}

function managedByOthers(path: string): Problem {
  return importProblem(
    'pool-managed-elsewhere',
    'warning',
    'Another tool configures this pool, as its description says. It can be designed here, but is never changed from here.',
    path,
    'Take the files of the bundle to where it is configured.',
  )
}

/**
 * The provider that a pool's `config` is for, by its shape: a pool names an id that each deployment chooses. Undefined where it could be none or
 * several.
 */
export function guessProvider(config: JsonObject): ProviderName | undefined {
  const launchConfigs = getOwn(config, 'launchConfigs')
  if (launchConfigs === undefined) {
    const known = ['lifecycle', 'workerConfig']
    return Object.keys(config).every((key) => known.includes(key)) ? 'static' : undefined
  }
  const first = Array.isArray(launchConfigs) ? launchConfigs.find(isJsonObject) : undefined
  if (first === undefined) return undefined
  const has = (key: string) => Object.hasOwn(first, key)
  if (has('armDeployment') || has('location') || has('hardwareProfile')) return 'azure'
  if (has('zone') || has('machineType')) return 'google'
  return has('launchConfig') ? 'aws' : undefined
}
