import { unsealData } from 'iron-session'
import { z } from 'zod'
import type { SessionPlace } from './session'
import { cookieName, type SessionCookies } from './sessionCookies'
import { sessionKey } from './sessionKey'

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
