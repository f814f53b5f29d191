import { type NextRequest, NextResponse } from 'next/server'
import { strangePost } from './app/guard/strangePost'
import { contentSecurityPolicy } from './app/server/contentSecurityPolicy'

/**
 * Turns away what no page of this server sends, and gives each page a nonce of its own, and the headers that depend on the environment. Next puts the nonce on its scripts where it finds the
 * policy in the request.
 */
export function proxy(request: NextRequest): NextResponse {
  const asked = { method: request.method, headers: request.headers, path: request.nextUrl.pathname }
  const strange = strangePost(asked, process.env.ROOT_URL ?? request.nextUrl.origin)
  if (strange !== undefined) {
    return new NextResponse(strange.text, {
      status: strange.status,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
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

export const config = {
  // the services answer programs, and get their requests byte for byte
  matcher: ['/((?!api/|references/|schemas/|_next/static/).*)'],
}
