import { getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import type { ProviderName } from '@/lib/pools/poolInput'

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
