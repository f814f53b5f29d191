import type { Store } from '../registry/store'
import type { Credentials } from './credentials'
import type { RandomText } from './ensureAdminClient'

/** What sessions stand on. `key` seals cookies and credentials; `secure` restricts the cookie to TLS. */
export interface SessionPlace {
  store: Store
  key: string
  secure: boolean
  random: RandomText
}

/** Who is signed in. The credentials stay on the server. */
export interface Session {
  clientId: string
  scopes: string[]
  expires: Date
  credentials: Credentials
}
