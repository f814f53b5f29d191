import { getOwn, type JsonObject } from '@/lib/base/json'

/** Where workers come from: `standalone` ones know nothing of worker-manager, `static` ones register there, the others it starts. */
export const providerNames = ['standalone', 'static', 'google', 'aws', 'azure'] as const

export type ProviderName = (typeof providerNames)[number]

/**
 * What an admin says of a worker pool, beside the configuration of the worker itself: the member `pool` of a design. All but `provider` and
 * `config` is for worker-manager, and so not needed for `standalone`.
 */
export interface PoolInput {
  /** one of `providerNames` */
  provider: string
  /** the id that the deployment knows the provider by */
  providerId?: string
  /** that of the worker type, where nobody says */
  description?: string
  /** address that hears of failures */
  owner?: string
  emailOnError?: boolean
  /** as the provider's `configSchema` has it */
  config: JsonObject
}

/** The worker that a pool is for. */
export interface PoolWorker {
  provisionerId: string
  workerType: string
  /** of the worker type */
  description: string
  /** the flat configuration of generic-worker, less what depends on the host */
  config: JsonObject
  /** `linux`, `darwin`, `freebsd` or `windows`; paths are chosen by it. Linux where nobody says */
  platform?: string
  /** true where the machine reboots between tasks, so that worker-runner has to remember what it knew */
  reboots?: boolean
  /** the deployment; a placeholder where nobody says */
  rootUrl?: string
}

/** How many tasks a worker with this flat configuration runs at once: 1 where it does not say. */
export function workerCapacity(config: JsonObject): number {
  const capacity = getOwn(config, 'capacity')
  return typeof capacity === 'number' ? capacity : 1
}
