import { compareJson } from '@/lib/base/compareJson'
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { beyondCommon, commonJson } from '@/lib/pools/mergeJson'
import { type ProviderName, workerCapacity } from '@/lib/pools/poolInput'
import { importProblem, notUnderstood, wrongTypes } from './importProblem'
import { type ReadWorkerConfig, readWorkerConfig } from './readWorkerConfig'

/** Launch configurations taken apart: what the worker is told once, the rest as an admin gives it. */
interface ReadLaunchConfigs extends ReadWorkerConfig {
  launchDefaults: JsonObject
  launchConfigs: JsonObject[]
}

/** What a provider's launch configurations have of their own. */
interface LaunchConfigForm {
  /** properties that are said for each, also where all say the same */
  own: string[]
  /** properties of `workerManager` */
  managed: string[]
  /** shortens a launch configuration that says more than an admin has to */
  shorten: (launchConfig: JsonObject) => JsonObject
  /** what will be another launch configuration when it is written again */
  tell?: (launchConfig: JsonObject, path: string) => Problem[]
}

/**
 * Takes launch configurations apart. A design has one configuration of the worker and one capacity; where launch configurations differ in them,
 * those of the first one count. Problems: those of `readWorkerConfig`, `launch-configs-differ`, `capacities-differ`,
 * `pool-not-understood`, `pool-unreadable`, `machine-type-without-zone`.
 */
export function readLaunchConfigs(
  value: JsonValue | undefined,
  path: string,
  form: LaunchConfigForm,
): Result<ReadLaunchConfigs> {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isJsonObject)) {
    const message = 'There are no launch configurations.'
    return fail([importProblem('pool-unreadable', 'error', message, path)])
  }
  const problems: Problem[] = []
  const read: ReadWorkerConfig[] = []
  for (const [i, launchConfig] of value.entries()) {
    const place = `${path}[${i}].workerConfig`
    const worker = readWorkerConfig(getOwn(launchConfig, 'workerConfig'), place)
    problems.push(...worker.problems)
    if (!worker.ok) return fail(problems)
    read.push(worker.value)
    problems.push(...differences(read[0] ?? worker.value, worker.value, place))
  }
  const { config, files } = read[0] ?? { config: {}, files: [] }
  const rest = value.map((launchConfig, i) => {
    const place = `${path}[${i}]`
    problems.push(...wrongTypes(launchConfig, { workerManager: 'object' }, place))
    problems.push(...capacityProblems(launchConfig, workerCapacity(config), place))
    problems.push(...(form.tell?.(launchConfig, place) ?? []))
    const { workerConfig: _, capacityPerInstance: __, workerManager, ...other } = launchConfig
    const manager = managerOf(workerManager, form.managed, appendPath(place, 'workerManager'), problems)
    return form.shorten(Object.keys(manager).length === 0 ? other : { ...other, workerManager: manager })
  })
  return succeed({ config, files, ...apart(rest, form.own) }, problems)
}

function differences(first: ReadWorkerConfig, other: ReadWorkerConfig, path: string): Problem[] {
  const plain = ({ config, files }: ReadWorkerConfig): JsonValue => ({ config, files })
  return compareJson(plain(first), plain(other)).map((change) =>
    importProblem(
      'launch-configs-differ',
      'warning',
      `The worker is configured in another way than in the first launch configuration: ${change.path} differs. A design has one configuration, the first.`,
      `${path}.genericWorker.${change.path}`,
      'Make a pool of its own for workers that differ.',
    ),
  )
}

function capacityProblems(launchConfig: JsonObject, capacity: number, path: string): Problem[] {
  const manager = getOwn(launchConfig, 'workerManager')
  // Worker-manager counts on one task where nobody says more.
  const said =
    (isJsonObject(manager) ? getOwn(manager, 'capacityPerInstance') : undefined) ??
    getOwn(launchConfig, 'capacityPerInstance') ??
    1
  if (said === capacity) return []
  return [
    importProblem(
      'capacities-differ',
      'warning',
      `Worker-manager counts on ${JSON.stringify(said)} tasks a worker, and the worker takes ${capacity}. From here on both have the capacity of the worker.`,
      path,
      'Set capacity of the worker to what is meant.',
    ),
  ]
}

function managerOf(value: JsonValue | undefined, known: string[], path: string, problems: Problem[]): JsonObject {
  if (!isJsonObject(value)) return {}
  const kept = Object.entries(value).filter(([name]) => {
    if (name === 'capacityPerInstance') return false
    if (known.includes(name)) return true
    problems.push(notUnderstood(appendPath(path, name), name))
    return false
  })
  return Object.fromEntries(kept)
}

/** What all of several have is said once. */
function apart(all: JsonObject[], own: string[]): Pick<ReadLaunchConfigs, 'launchDefaults' | 'launchConfigs'> {
  if (all.length < 2) return { launchDefaults: {}, launchConfigs: all }
  const shared = commonJson(all)
  const launchDefaults = Object.fromEntries(Object.entries(shared).filter(([name]) => !own.includes(name)))
  return { launchDefaults, launchConfigs: all.map((launchConfig) => beyondCommon(launchConfig, launchDefaults)) }
}

const managed = ['launchConfigId', 'initialWeight', 'maxCapacity']

/** How each cloud's launch configurations are taken apart. */
export const launchConfigForms: Partial<Record<ProviderName, LaunchConfigForm>> = {
  google: { own: ['region', 'zone'], managed, shorten: withoutZone, tell: shortMachineType },
  aws: { own: ['region'], managed, shorten: (launchConfig) => launchConfig },
  azure: {
    own: ['location', 'armDeployment'],
    managed: [...managed, 'publicIp', 'ignoreFailedProvisioningStates', 'keepDeployment'],
    shorten: (launchConfig) => launchConfig,
  },
}

/** Worker-manager passes a plain name on, which Google does not know: a pool that is written here has the path. */
function shortMachineType({ machineType, zone }: JsonObject, path: string): Problem[] {
  if (typeof machineType !== 'string' || typeof zone !== 'string' || machineType.includes('/')) return []
  const message = `Google knows machine types by their path, so ${machineType} becomes zones/${zone}/machineTypes/${machineType}.`
  return [importProblem('machine-type-without-zone', 'notice', message, `${path}.machineType`)]
}

/** A machine type of the launch configuration's own zone is a plain name, so that all zones can share it. */
function withoutZone(launchConfig: JsonObject): JsonObject {
  const { machineType, zone } = launchConfig
  const prefix = `zones/${zone}/machineTypes/`
  if (typeof machineType !== 'string' || typeof zone !== 'string' || !machineType.startsWith(prefix))
    return launchConfig
  const name = machineType.slice(prefix.length)
  return name === '' || name.includes('/') ? launchConfig : { ...launchConfig, machineType: name }
}
