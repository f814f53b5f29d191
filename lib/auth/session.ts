import type { Result } from '@/lib/base/problem'
import type { Store } from '@/lib/registry/store'
import type { Credentials } from './credentials'
import type { RandomText } from './ensureAdminClient'

/** Another deployment that people sign in with. */
export interface SignInDeployment {
  rootUrl: string
  /** what credentials allow, by its own word. Problem `queue-credentials-refused`; any other says nothing of the credentials */
  currentScopes(credentials: Credentials): Promise<Result<string[]>>
}

/** What sessions stand on. The key of the store seals cookies and credentials, too. */
export interface SessionPlace {
  store: Store
  random: RandomText
  /** the deployment of this server, whose clients are in the store; cookies are named after it */
  rootUrl: string
  /** has the sign-in link that was made last */
  dataDir: string
  elsewhere?: SignInDeployment
}

/** Who is signed in. The credentials stay on the server. */
export interface Session {
  clientId: string
  /** the client in what is shown and kept: with its deployment, where that is another one */
  who: string
  /** the deployment of the client */
  rootUrl: string
  scopes: string[]
  expires: Date
  credentials: Credentials
}
