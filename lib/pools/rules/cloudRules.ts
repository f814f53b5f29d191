import type { JsonObject } from '@/lib/base/json'

/** How long a static worker's registration is good for; also a part of every lifecycle. */
export const reregistrationTimeout: JsonObject = {
  title: 'Seconds until a worker registers again',
  description: 'A worker that has not done so by then loses its credentials. At most 30 days.',
  type: 'integer',
  default: 345_600,
  maximum: 2_592_000,
}

/** `lifecycle` of pools whose workers worker-manager starts itself. */
export const lifecycleRules: JsonObject = {
  title: 'Lifecycle of workers',
  type: 'object',
  properties: {
    registrationTimeout: {
      title: 'Seconds until a new worker registers',
      description: 'A machine that has not done so by then is taken for broken and ended.',
      type: 'integer',
    },
    reregistrationTimeout,
    queueInactivityTimeout: {
      title: 'Seconds without a claim',
      description: 'A worker that has claimed no work for so long is ended.',
      type: 'integer',
      minimum: 1200,
      default: 7200,
    },
  },
  additionalProperties: false,
}

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
