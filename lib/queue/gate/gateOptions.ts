import type { Logger } from 'pino'
import type { QueueMetrics } from '@/lib/queue/operations/queueMetrics'
import type { Store } from '@/lib/registry/store'
import type { ReadLimits } from './readWhole'
import type { SchemasInForce } from './schemasInForce'
import type { Upstream } from './upstream'

/** What becomes of tasks while nobody knows which schemas there are. */
export type WhenUnknown = 'pass' | 'refuse'

/** What the gate stands on. */
export interface GateOptions {
  upstream: Upstream
  schemas: SchemasInForce
  /** undefined as long as the database was never reached */
  store: () => Store | undefined
  /** the public address of the deployment, without a slash at its end */
  rootUrl: string
  /** the address of the pages that refusals point to */
  pagesUrl: string
  whenUnknown: WhenUnknown
  limits: ReadLimits
  now: () => Date
  randomId: () => string
  /** of the product */
  version: string
  metrics: QueueMetrics
  log: Logger
}
