import type { Credentials } from '../../auth/credentials'

/** A Taskcluster deployment, and as whom to talk to it. */
export interface Deployment {
  rootUrl: string
  /** where to connect to, when that is not `rootUrl`: the embedded Queue is reached without a detour through the outside */
  address?: string
  /** without them: as nobody */
  credentials?: Credentials
}
