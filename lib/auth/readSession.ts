import { and, eq, gt } from 'drizzle-orm'
import { unsealData } from 'iron-session'
import { sessions } from '../registry/tables/sessions'
import { credentialsSchema } from './credentials'
import { openSessionId } from './openSessionId'
import { readClient } from './readClient'
import type { Session, SessionPlace } from './session'
import type { SessionCookies } from './sessionCookies'
import { sha256 } from './sha256'
import { verifyCredentials } from './verifyCredentials'

/** Who is signed in, or undefined. The credentials are checked again: a client that was disabled or got a new token is out at once. */
export async function readSession(
  place: SessionPlace,
  cookies: Pick<SessionCookies, 'get'>,
  now: Date,
): Promise<Session | undefined> {
  const id = await openSessionId(place, cookies)
  if (id === undefined) return undefined
  const rows = await place.store.database
    .select({ sealed: sessions.sealedCredentials, expires: sessions.expires })
    .from(sessions)
    .where(and(eq(sessions.idSha256, sha256(id)), gt(sessions.expires, now)))
  if (!rows[0]) return undefined
  const credentials = credentialsSchema.safeParse(await unsealData(rows[0].sealed, { password: place.key, ttl: 0 }))
  if (!credentials.success) return undefined
  const verified = await verifyCredentials(credentials.data, (clientId) => readClient(place.store, clientId), now)
  if (!verified.ok) return undefined
  const { clientId, scopes } = verified.value
  return { clientId, scopes, expires: rows[0].expires, credentials: credentials.data }
}
