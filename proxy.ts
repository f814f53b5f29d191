import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/app/_server/guard/contentSecurityPolicy'
import { secondsToWait } from '@/app/_server/guard/rates'
import { refuseForeignPost } from '@/app/_server/guard/sameOrigin'
import { requestSource } from '@/app/_server/services/requestSource'
import { cookieName } from '@/lib/auth/sessions/sessionCookies'

/**
 * Turns away what no page of this server sends, and gives each page a nonce of its own, and the headers that depend on the environment. Next puts the nonce on its scripts where it finds the
 * policy in the request.
 */
export function proxy(request: NextRequest): NextResponse {
  const asked = { method: request.method, headers: request.headers, path: request.nextUrl.pathname }
  const rootUrl = process.env.ROOT_URL ?? request.nextUrl.origin
  const strange = refuseForeignPost(asked, rootUrl)
  if (strange !== undefined) return refuse(strange.status, strange.text)
  const { address } = requestSource(request.headers, 'browser')
  // the end of a sealed cookie tells one session from others without opening it
  const session = request.cookies.get(cookieName(rootUrl, 'session'))?.value.slice(-64)
  const wait = secondsToWait('pages', { address, client: session })
  if (wait > 0) {
    return refuse(429, `Pages were asked for too often. Try again in ${wait} s.\n`, { 'retry-after': String(wait) })
  }
  const nonce = btoa(crypto.randomUUID())
  const secure = (process.env.ROOT_URL ?? '').startsWith('https:')
  const policy = contentSecurityPolicy({ nonce, secure, development: process.env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (secure) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

function refuse(status: number, text: string, headers: Record<string, string> = {}): NextResponse {
  return new NextResponse(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } })
}

export const config = {
  // the services answer programs, and get their requests byte for byte
  matcher: ['/((?!api/|references/|schemas/|_next/static/).*)'],
}
