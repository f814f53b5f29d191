import { getOwn, isJsonObject, type JsonObject } from '../../base/json'
import { mergeJson } from '../mergeJson'
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
  const own = Array.isArray(launchConfigs) ? launchConfigs : []
  return {
    ...frame,
    launchConfigs: own.map((item) => {
      const merged = finish(isJsonObject(item) ? mergeJson(shared, item) : shared)
      const manager = getOwn(merged, 'workerManager')
      const workerManager = { ...(isJsonObject(manager) ? manager : {}), capacityPerInstance: capacity }
      return { ...merged, workerManager, workerConfig }
    }),
  }
}
