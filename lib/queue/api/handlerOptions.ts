import type { AuthenticationResult, SignedRequest } from '@/lib/auth/credentials/authenticateHawk'
import type { Store } from '@/lib/registry/store/store'

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
  /** who signed a request, where not the clients of the store are asked */
  authenticate?: (signed: SignedRequest, now: Date) => Promise<AuthenticationResult>
  /** told of each task whose payload violates the schema of its worker type */
  onRefusal?: (taskQueueId: string) => void
  /** told of failures that the caller only sees as InternalServerError */
  onFailure?: (error: unknown, incidentId: string) => void
}
