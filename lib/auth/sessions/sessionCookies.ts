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

/**
 * The name of a cookie of a server. Behind TLS no other host can set a cookie of this name. A browser does not tell ports of a host apart, so a port is
 * in the name: servers on one machine do not sign each other's people out.
 */
export function cookieName(rootUrl: string, kind: 'session' | 'login'): string {
  const { protocol, port } = new URL(rootUrl)
  return `${protocol === 'https:' ? '__Host-' : ''}wtd-${kind}${port === '' ? '' : `-${port}`}`
}

/** How a cookie of a server is set; with 0 seconds it is taken away. */
export function cookieOptions(rootUrl: string, maxAge: number): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: rootUrl.startsWith('https:'), path: '/', maxAge }
}
