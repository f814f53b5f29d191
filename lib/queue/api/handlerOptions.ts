import type { Store } from '../../registry/store'

/** What the handler of the services stands on. */
export interface HandlerOptions {
  store: Store
  /** the address of this deployment, without a slash at its end */
  rootUrl: string
  now: () => Date
  /** of the product, for `__version__` */
  version: string
  /** a new random id, for requests and incidents */
  randomId: () => string
  /** told of failures that the caller only sees as InternalServerError */
  onFailure?: (error: unknown, incidentId: string) => void
}
