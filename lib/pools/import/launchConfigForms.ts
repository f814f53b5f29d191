import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { ProviderName } from '@/lib/pools/poolInput'
import { importProblem } from './importProblem'
import type { LaunchConfigForm } from './readLaunchConfigs'

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
