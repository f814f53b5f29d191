import { getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import { mergeJson } from '@/lib/pools/mergeJson'
import type { WorkerPart } from './provider'

/**
 * The `config` of a cloud's pool: each launch configuration over what all share, with the worker's configuration and its capacity. `finish` may
 * change a launch configuration at the end.
 */
export function cloudPoolConfig(
  config: JsonObject,
  { workerConfig, capacity }: WorkerPart,
  finish: (launchConfig: JsonObject) => JsonObject = (launchConfig) => launchConfig,
): JsonObject {
  const { runner: _, files: __, launchDefaults, launchConfigs, ...frame } = config
  const shared = isJsonObject(launchDefaults) ? launchDefaults : {}
  const items = Array.isArray(launchConfigs) ? launchConfigs : []
  return {
    ...frame,
    launchConfigs: items.map((item) => {
      const merged = finish(isJsonObject(item) ? mergeJson(shared, item) : shared)
      const manager = getOwn(merged, 'workerManager')
      // what is no object is left for the rules to refuse
      const own = manager === undefined || isJsonObject(manager)
      const workerManager = own ? { ...manager, capacityPerInstance: capacity } : manager
      return { ...merged, workerManager, workerConfig }
    }),
  }
}
