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
