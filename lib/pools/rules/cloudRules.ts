import type { JsonObject } from '@/lib/base/json'
import { lifecycleRules } from './lifecycleRules'

/** What worker-manager itself wants to know of a launch configuration, and does not pass on. */
export const workerManagerRules: Record<string, JsonObject> = {
  launchConfigId: {
    title: 'Name of the launch configuration',
    description: 'Workers and errors are told apart by it. Made from the content where there is none.',
    type: 'string',
    minLength: 1,
    maxLength: 38,
    pattern: '^([a-zA-Z0-9-_]*)$',
  },
  capacityPerInstance: { title: 'Tasks that a worker runs at once', type: 'integer', minimum: 1 },
  initialWeight: {
    title: 'Weight at the start',
    description: 'How likely this one is chosen among the others, from 0 to 1.',
    type: 'number',
    minimum: 0,
    maximum: 1,
  },
  maxCapacity: {
    title: 'Largest capacity of this launch configuration',
    type: 'integer',
    minimum: 0,
  },
}

/** The properties of a pool's `config` that all clouds share, less the launch configurations. */
export const capacityRules: Record<string, JsonObject> = {
  minCapacity: {
    title: 'Smallest capacity',
    description: 'So many tasks can always run at once, also when none wait.',
    type: 'integer',
    minimum: 0,
  },
  maxCapacity: {
    title: 'Largest capacity',
    description: 'Never more than so many tasks run at once.',
    type: 'integer',
    minimum: 0,
  },
  scalingRatio: {
    title: 'Scaling ratio',
    description: 'How much capacity is added for each pending task, from 0 to 1.',
    type: 'number',
    minimum: 0,
    maximum: 1,
  },
  lifecycle: lifecycleRules,
}

/** What worker-manager holds the `config` of a cloud's pool to, given what it holds one launch configuration to. */
export function cloudRules(title: string, launchConfig: JsonObject): JsonObject {
  return {
    title,
    type: 'object',
    properties: {
      ...capacityRules,
      launchConfigs: { title: 'Launch configurations', type: 'array', uniqueItems: true, items: launchConfig },
    },
    required: ['minCapacity', 'maxCapacity', 'launchConfigs'],
    additionalProperties: false,
  }
}

/** The two ways in which a launch configuration says what is for worker-manager; the first is deprecated. */
export function managedProperties(more: Record<string, JsonObject> = {}): Record<string, JsonObject> {
  return {
    capacityPerInstance: workerManagerRules.capacityPerInstance ?? {},
    workerManager: { title: 'For worker-manager', type: 'object', properties: { ...workerManagerRules, ...more } },
    workerConfig: { title: 'Configuration of the worker', type: 'object' },
  }
}
