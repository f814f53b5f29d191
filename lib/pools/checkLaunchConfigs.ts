import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'

/**
 * What launch configurations, and `launchDefaults`, must not say because the design says it elsewhere: it would be lost without a word. Also warns
 * of a pool without any. Problems: `pool-config-invalid`, and the warning `pool-launch-configs-none`.
 */
export function checkLaunchConfigs(config: JsonObject, path: string): Problem[] {
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
