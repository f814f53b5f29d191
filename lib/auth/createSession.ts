import { and, eq, isNull, lt } from 'drizzle-orm'
import { sealData } from 'iron-session'
import { fail, type Result, succeed } from '../base/problem'
import { recordAudit } from '../registry/recordAudit'
import type { Store } from '../registry/store'
import { sessions } from '../registry/tables/sessions'
import { signInTokens } from '../registry/tables/signInTokens'
import type { Credentials } from './credentials'
import { readClient } from './readClient'
import type { Session, SessionPlace } from './session'
import { type SessionCookies, sessionCookie } from './sessionCookies'
import { sha256 } from './sha256'
import { verifyCredentials } from './verifyCredentials'

const week = 7 * 24 * 60 * 60 * 1000

/** How somebody signs in: with the one-time token of the sign-in link, or with credentials. */
export type SignIn = { token: string } | { credentials: Credentials }

/**
 * Signs in: checks, records the session, and sets the cookie. A session lasts a week, or as long as its credentials.
 *
 * Problems: `sign-in-token-refused` (unknown, replaced by a later start, or used), `credentials-refused`.
 */
export async function createSession(
  { store, key, secure, random }: SessionPlace,
  cookies: SessionCookies,
  signIn: SignIn,
  now: Date,
): Promise<Result<Session>> {
  const credentials = 'token' in signIn ? await takeToken(store, signIn.token, now) : signIn.credentials
  if (credentials === undefined) {
    const message = 'this sign-in link was used already, or a later start replaced it'
    const help = 'Sign in with client id and access token, or restart the server for a new link.'
    return fail([{ code: 'sign-in-token-refused', severity: 'error', message, path: '', help }])
  }
  const verified = await verifyCredentials(credentials, (id) => readClient(store, id), now)
  if (!verified.ok) return verified
  const { clientId, scopes } = verified.value
  const expires = new Date(Math.min(now.getTime() + week, verified.value.expires.getTime()))
  const id = random(32)
  const sealedCredentials = await sealData(credentials, { password: key, ttl: 0 })
  await store.database.transaction(async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expires, now))
    await tx.insert(sessions).values({ idSha256: sha256(id), clientId, sealedCredentials, createdAt: now, expires })
    const detail = { with: 'token' in signIn ? 'sign-in link' : 'credentials' }
    await recordAudit(tx, { entity: `client:${clientId}`, action: 'session.created', who: clientId, at: now, detail })
  })
  const maxAge = Math.floor((expires.getTime() - now.getTime()) / 1000)
  const sealedId = await sealData({ id }, { password: key, ttl: 0 })
  cookies.set(sessionCookie, sealedId, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge })
  return succeed({ clientId, scopes, expires, credentials })
}

/** Marks the token as used, in one step, so that of two who come at once one gets in. */
async function takeToken(store: Store, token: string, now: Date): Promise<Credentials | undefined> {
  const rows = await store.database
    .update(signInTokens)
    .set({ usedAt: now })
    .where(and(eq(signInTokens.tokenSha256, sha256(token)), isNull(signInTokens.usedAt)))
    .returning({ clientId: signInTokens.clientId })
  const client = rows[0] && (await readClient(store, rows[0].clientId))
  return client && { clientId: client.clientId, accessToken: client.accessToken }
}
