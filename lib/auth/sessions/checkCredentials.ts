import { expiryOf } from '@/lib/auth/credentials/certificate'
import { readClient } from '@/lib/auth/credentials/client'
import type { Credentials } from '@/lib/auth/credentials/credentials'
import { verifyCredentials } from '@/lib/auth/credentials/verifyCredentials'
import { normalizeScopes } from '@/lib/auth/scopes'
import { fail, type Result, succeed } from '@/lib/base/problem'
import type { SessionPlace } from './session'

/** What credentials are good for. */
export interface CheckedCredentials {
  scopes: string[]
  /** as far as it is known; the deployment of permanent credentials does not say */
  expires?: Date
}

/**
 * Asks the deployment of credentials what they are good for: the store for the clients of this server, else the deployment that people sign
 * in with. No other address is ever asked.
 *
 * Problems: `credentials-refused`, `deployment-unknown`, and those of a deployment that does not answer.
 */
export async function checkCredentials(
  place: SessionPlace,
  credentials: Credentials,
  rootUrl: string,
  now: Date,
): Promise<Result<CheckedCredentials>> {
  if (rootUrl === place.rootUrl) return verifyCredentials(credentials, (id) => readClient(place.store, id), now)
  if (rootUrl !== place.elsewhere?.rootUrl) return fail([unknown])
  const expires = expiryOf(credentials)
  if (expires !== undefined && expires <= now) return fail([refused])
  const scopes = await place.elsewhere.currentScopes(credentials)
  if (scopes.ok)
    return succeed({ scopes: normalizeScopes(scopes.value), ...(expires === undefined ? {} : { expires }) })
  return scopes.problems.some(({ code }) => code === 'queue-credentials-refused') ? fail([refused]) : scopes
}

const unknown = {
  code: 'deployment-unknown',
  severity: 'error' as const,
  message: 'this server does not sign in with that deployment',
  path: '',
}

const refused = {
  code: 'credentials-refused',
  severity: 'error' as const,
  message: 'these credentials are not accepted',
  path: '',
  help: 'Check client id and access token; a client may also be disabled or expired.',
}
