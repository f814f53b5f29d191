import { getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import { mergeJson } from '@/lib/pools/mergeJson'
import { capacityRules, workerManagerRules } from '@/lib/pools/rules/cloudRules'
import type { WorkerPart } from './provider'
import { filesSchema, runnerSchema } from './runnerSchema'

const { launchConfigId = {}, initialWeight = {}, maxCapacity = {} } = workerManagerRules

/** What is for worker-manager in launch configurations. How many tasks a worker runs is said by the worker's own `capacity`. */
export function managerSchema(more: Record<string, JsonObject> = {}): JsonObject {
  return {
    title: 'For worker-manager',
    description:
      'How worker-manager chooses among launch configurations. How many tasks a worker runs at once is the worker’s `capacity`.',
    type: 'object',
    properties: { launchConfigId, initialWeight, maxCapacity, ...more },
    additionalProperties: false,
  }
}

/**
 * The configuration of a cloud's pool as an admin gives it: worker-manager's own frame, with what all launch configurations share said once in
 * `launchDefaults`, without the worker's configuration, and with what the host is to be told.
 */
export function cloudSchema(title: string, launchDefaults: JsonObject, launchConfig: JsonObject): JsonObject {
  const { minCapacity = {}, ...rest } = capacityRules
  return {
    title,
    type: 'object',
    properties: {
      minCapacity: { ...minCapacity, default: 0 },
      ...rest,
      launchDefaults: {
        title: 'For every launch configuration',
        description: 'What all launch configurations have, unless they say it themselves.',
        ...launchDefaults,
      },
      launchConfigs: {
        title: 'Launch configurations',
        description: 'Where and as what machines are started; one is chosen for each worker.',
        type: 'array',
        items: { title: 'Launch configuration', ...launchConfig },
      },
      files: filesSchema,
      runner: runnerSchema,
    },
    required: ['minCapacity', 'maxCapacity', 'launchConfigs'],
    additionalProperties: false,
  }
}

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
