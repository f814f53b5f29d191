/** What sessions need of a store of cookies; Next's `await cookies()` is one. */
export interface SessionCookies {
  get(name: string): { value: string } | undefined
  set(name: string, value: string, options: CookieOptions): unknown
}

export interface CookieOptions {
  httpOnly: true
  sameSite: 'lax'
  secure: boolean
  path: '/'
  /** seconds; 0 takes the cookie away */
  maxAge: number
}

export const sessionCookie = 'wtd-session'
