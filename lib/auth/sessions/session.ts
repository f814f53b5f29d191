import type { Credentials } from '@/lib/auth/credentials/credentials'
import type { RandomText } from '@/lib/auth/setup/ensureAdminClient'
import type { Result } from '@/lib/base/problem'
import type { Store } from '@/lib/registry/store/store'

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

/**
 * The name of a client in what is shown and kept. A client of another deployment carries its host, so that it is never taken for one of this
 * server.
 */
export function signedInAs(here: { rootUrl: string }, clientId: string, rootUrl: string): string {
  return rootUrl === here.rootUrl ? clientId : `${clientId} at ${new URL(rootUrl).host}`
}

const minute = 60_000
const day = 24 * 60 * minute

/** How long a session lasts that nobody uses, in milliseconds; using it begins that anew. */
export const idleLimit = 7 * day

/** How long a session lasts at the most, in milliseconds. */
export const ageLimit = 30 * day

/** A session is renewed when it was not for this long, in milliseconds: not at every request. */
export const renewalStep = 6 * 60 * minute

/** How long the word of another deployment about its credentials is good, in milliseconds. */
export const scopesFresh = 5 * minute

/** How long it is good while that deployment does not answer, in milliseconds; the Queue there checks again anyway. */
export const scopesStale = 60 * minute

/** How long a sign-in link is good, in milliseconds. */
export const linkLimit = day

/** The earliest of some times. */
export function earliest(first: Date, ...others: (Date | undefined)[]): Date {
  return others.reduce<Date>((soonest, time) => (time !== undefined && time < soonest ? time : soonest), first)
}
