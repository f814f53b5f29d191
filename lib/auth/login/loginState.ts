import { and, eq, gt, lt } from 'drizzle-orm'
import { sealData, unsealData } from 'iron-session'
import { z } from 'zod'
import type { SessionPlace } from '@/lib/auth/sessions/session'
import { cookieName, cookieOptions, type SessionCookies } from '@/lib/auth/sessions/sessionCookies'
import { sessionKey } from '@/lib/auth/sessions/sessionKey'
import { sha256 } from '@/lib/base/sha256'
import { loginAttempts } from '@/lib/registry/tables/serverTables'

const seconds = 10 * 60
const contentSchema = z.object({ state: z.string().min(20) })

/** Begins a login: a `state` that is bound to this browser by a cookie, good for ten minutes and for one answer. */
export async function beginLogin(place: SessionPlace, cookies: SessionCookies, now: Date): Promise<string> {
  const { store, rootUrl, random } = place
  const state = random(24)
  const expires = new Date(now.getTime() + seconds * 1000)
  await store.database.delete(loginAttempts).where(lt(loginAttempts.expires, now))
  await store.database.insert(loginAttempts).values({ stateSha256: sha256(state), expires })
  const sealed = await sealData({ state }, { password: sessionKey(store), ttl: 0 })
  cookies.set(cookieName(rootUrl, 'login'), sealed, cookieOptions(rootUrl, seconds))
  return state
}

/** Takes the `state` of an answer: true once, for the browser that began the login, while it is young enough. */
export async function takeLogin(
  place: SessionPlace,
  cookies: SessionCookies,
  state: string,
  now: Date,
): Promise<boolean> {
  const { store, rootUrl } = place
  const name = cookieName(rootUrl, 'login')
  const cookie = cookies.get(name)?.value ?? ''
  cookies.set(name, '', cookieOptions(rootUrl, 0))
  const password = sessionKey(store)
  const content = cookie === '' ? undefined : await unsealData(cookie, { password, ttl: 0 }).catch(() => undefined)
  if (contentSchema.safeParse(content).data?.state !== state) return false
  const { stateSha256, expires } = loginAttempts
  const taken = await store.database
    .delete(loginAttempts)
    .where(and(eq(stateSha256, sha256(state)), gt(expires, now)))
    .returning({ stateSha256 })
  return taken.length === 1
}
