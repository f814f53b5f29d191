import { unsealData } from 'iron-session'
import { z } from 'zod'
import type { SessionPlace } from './session'
import { type SessionCookies, sessionCookie } from './sessionCookies'

const contentSchema = z.object({ id: z.string().min(1) })

/** The id of the session in the cookie; undefined without a cookie, or when it was not sealed by us. */
export async function openSessionId(
  { key }: SessionPlace,
  cookies: Pick<SessionCookies, 'get'>,
): Promise<string | undefined> {
  const cookie = cookies.get(sessionCookie)
  if (cookie === undefined || cookie.value === '') return undefined
  try {
    const content = await unsealData(cookie.value, { password: key, ttl: 0 })
    return contentSchema.safeParse(content).data?.id
  } catch {
    return undefined
  }
}
