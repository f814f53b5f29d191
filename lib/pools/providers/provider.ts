import type { JsonObject } from '@/lib/base/json'
import type { ProviderName } from '@/lib/pools/poolInput'

/** The worker's part of a pool: what goes into `workerConfig`, and how many tasks a worker runs at once. */
export interface WorkerPart {
  workerConfig: JsonObject
  capacity: number
}

/** One way to come by workers. */
export interface Provider {
  name: ProviderName
  title: string
  description: string
  /**
   * the form of the configuration that an admin gives. Launch configurations are not held to it but, put together with `launchDefaults`, to the `rules`
   * of the provider, so the form asks for nothing that defaults may say
   */
  configSchema: JsonObject
  /** the values that worker-runner is told besides the type; the clouds tell the rest themselves */
  runnerValues: 'none' | 'identity' | 'credentials'
  /** what worker-manager knows of it; absent where it knows nothing */
  managed?: ManagedProvider
}

export interface ManagedProvider {
  /** what worker-manager holds the `config` of a pool to */
  rules: JsonObject
  /** the `config` of the pool for what an admin gave */
  poolConfig(config: JsonObject, worker: WorkerPart): JsonObject
}
