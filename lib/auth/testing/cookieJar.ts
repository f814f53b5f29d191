import type { CookieOptions } from '@/lib/auth/sessions/sessionCookies'

/** The cookies of a browser, and how the last one was set. */
export class CookieJar {
  readonly cookies = new Map<string, string>()
  options: CookieOptions | undefined
  get(name: string) {
    const value = this.cookies.get(name)
    return value === undefined ? undefined : { value }
  }
  set(name: string, value: string, options: CookieOptions) {
    this.cookies.set(name, value)
    this.options = options
  }
}
