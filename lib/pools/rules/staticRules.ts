import type { JsonObject } from '@/lib/base/json'
import { reregistrationTimeout } from './lifecycleRules'

/** What worker-manager holds the `config` of a static pool to. */
export const staticRules: JsonObject = {
  title: 'Pool of static workers',
  type: 'object',
  properties: {
    lifecycle: {
      title: 'Lifecycle of workers',
      type: 'object',
      properties: { reregistrationTimeout },
      additionalProperties: false,
    },
    workerConfig: { title: 'Configuration of the worker', type: 'object' },
  },
  additionalProperties: false,
}
