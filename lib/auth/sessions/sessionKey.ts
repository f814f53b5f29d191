import { hkdfSync } from 'node:crypto'
import { unsealData } from 'iron-session'
import { z } from 'zod'
import type { Store } from '@/lib/registry/store/store'
import type { SessionPlace } from './session'
import { cookieName, type SessionCookies } from './sessionCookies'

const derived = new Map<string, string>()

/**
 * The key that seals sessions and logins: made of the one that seals the database, so that all processes which have the same one and the same
 * database know each other's sessions.
 */
export function sessionKey({ sealKey }: Store): string {
  if (sealKey === undefined) throw new Error('this store was opened without the key that seals secrets')
  const known = derived.get(sealKey)
  if (known !== undefined) return known
  const bytes = hkdfSync('sha256', sealKey, '', 'worker-type-designer sessions', 48)
  const key = Buffer.from(bytes).toString('base64url')
  derived.set(sealKey, key)
  return key
}

const contentSchema = z.object({ id: z.string().min(1) })

/** The id of the session in the cookie; undefined without a cookie, or when it was not sealed by us. */
export async function openSessionId(
  { store, rootUrl }: SessionPlace,
  cookies: Pick<SessionCookies, 'get'>,
): Promise<string | undefined> {
  const cookie = cookies.get(cookieName(rootUrl, 'session'))
  if (cookie === undefined || cookie.value === '') return undefined
  try {
    const content = await unsealData(cookie.value, { password: sessionKey(store), ttl: 0 })
    return contentSchema.safeParse(content).data?.id
  } catch {
    return undefined
  }
}
