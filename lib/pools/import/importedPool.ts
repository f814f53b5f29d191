import type { JsonObject } from '@/lib/base/json'
import type { PoolInput } from '@/lib/pools/poolInput'

/** A pool that somebody else has written down, taken apart. What was not understood, or changes, is in the problems beside it. */
export interface ImportedPool {
  /** absent where the document does not say */
  workerPoolId?: string
  pool: PoolInput
  /** the flat configuration of generic-worker */
  config: JsonObject
  /** where that configuration stands in the document */
  configPath: string
  /** true where another tool configures the pool, which is then never changed from here */
  managedElsewhere: boolean
}
