import { lt } from 'drizzle-orm'
import { sealData } from 'iron-session'
import { readClient } from '@/lib/auth/credentials/client'
import type { Credentials } from '@/lib/auth/credentials/credentials'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { sha256 } from '@/lib/base/sha256'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Store } from '@/lib/registry/store/store'
import { sessions } from '@/lib/registry/tables/serverTables'
import { checkCredentials } from './checkCredentials'
import { deleteSession } from './endSession'
import { ageLimit, earliest, idleLimit, type Session, type SessionPlace, signedInAs } from './session'
import { cookieName, cookieOptions, type SessionCookies } from './sessionCookies'
import { openSessionId, sessionKey } from './sessionKey'
import { takeSignInToken } from './takeSignInToken'

/** How somebody signs in: with the one-time token of the sign-in link, or with credentials of a deployment, which may have come by its login. */
type SignIn =
  | { token: string }
  | {
      credentials: Credentials
      rootUrl: string
      login?: true /** when the credentials end, where that is known */
      expires?: Date
    }

/**
 * Signs in: checks, ends the session that was there, records the new one, and sets the cookie. A session lasts a week after its last use and a month at the most, or as long
 * as its credentials. A refusal is recorded, too.
 *
 * Problems: `sign-in-token-refused` (unknown, older than a day, replaced by a later one, or used), and those of `checkCredentials`.
 */
export async function createSession(
  place: SessionPlace,
  cookies: SessionCookies,
  signIn: SignIn,
  now: Date,
): Promise<Result<Session>> {
  const { store, random } = place
  const way = 'token' in signIn ? 'sign-in link' : signIn.login === true ? 'login' : 'credentials'
  const credentials = 'token' in signIn ? await takeToken(place, signIn.token, now) : signIn.credentials
  if (credentials === undefined) return refuseSession(store, { way, problems: [linkRefused], now })
  const rootUrl = 'token' in signIn ? place.rootUrl : signIn.rootUrl
  const checked = await checkCredentials(place, credentials, rootUrl, now)
  if (!checked.ok) return refuseSession(store, { clientId: credentials.clientId, way, problems: checked.problems, now })
  const { scopes } = checked.value
  const { clientId } = credentials
  const who = signedInAs(place, clientId, rootUrl)
  const known = 'token' in signIn ? undefined : signIn.expires
  const lastsUntil = earliest(new Date(now.getTime() + ageLimit), checked.value.expires, known)
  const expires = earliest(new Date(now.getTime() + idleLimit), lastsUntil)
  const [id, before] = [random(32), await openSessionId(place, cookies)]
  const password = sessionKey(store)
  const here = rootUrl === place.rootUrl
  const row = {
    ...{ idSha256: sha256(id), clientId, rootUrl, createdAt: now, expires, lastsUntil },
    sealedCredentials: await sealData(credentials, { password, ttl: 0 }),
    ...(here ? {} : { scopes, checkedAt: now }),
  }
  await store.database.transaction(async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expires, now))
    if (before !== undefined) await deleteSession(place, tx, { idSha256: sha256(before), why: 'sign-in', now })
    await tx.insert(sessions).values(row)
    const after = { rootUrl, expires: expires.toJSON(), scopes: scopes.slice(0, 50), scopesInAll: scopes.length }
    const detail = { with: way, before: null, after }
    await recordAudit(tx, { entity: `client:${who}`, action: 'session.created', who, at: now, detail })
  })
  const maxAge = Math.floor((lastsUntil.getTime() - now.getTime()) / 1000)
  const sealedId = await sealData({ id }, { password, ttl: 0 })
  cookies.set(cookieName(place.rootUrl, 'session'), sealedId, cookieOptions(place.rootUrl, maxAge))
  return succeed({ clientId, who, rootUrl, scopes, expires, credentials })
}

const linkRefused: Problem = {
  code: 'sign-in-token-refused',
  severity: 'error',
  message: 'this sign-in link was used already, is older than a day, or a later one replaced it',
  path: '',
  help: 'Sign in with client id and access token, or make a new link with wtd sign-in-link where the server runs.',
}

async function takeToken(place: SessionPlace, token: string, now: Date): Promise<Credentials | undefined> {
  const clientId = await takeSignInToken(place, token, now)
  const client = clientId === undefined ? undefined : await readClient(place.store, clientId)
  if (client === undefined || client.accessToken === null) return undefined
  return { clientId: client.clientId, accessToken: client.accessToken }
}

/** A sign-in that came to nothing, told to the audit: which way it was tried, and as whom, where a client of that id is there. */
export async function refuseSession(
  store: Store,
  { clientId = '', way, problems, now }: { clientId?: string; way: string; problems: Problem[]; now: Date },
): Promise<{ ok: false; problems: Problem[] }> {
  // what was typed as a client id is kept only where it looks like one: somebody may have put the token there
  const exists = (await readClient(store, clientId)) !== undefined
  const who = exists ? clientId : 'nobody'
  const detail = { with: way, why: problems[0]?.code ?? '' }
  await recordAudit(store.database, { entity: `client:${who}`, action: 'session.refused', who, at: now, detail })
  return fail(problems)
}
