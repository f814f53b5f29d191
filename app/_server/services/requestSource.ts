import type { AuditSource } from '@/lib/registry/audit/recordAudit'

/** Where a request comes from, by the address that the server in front of the app vouches for. */
export function requestSource(headers: Pick<Headers, 'get'>, way: 'browser' | 'program'): AuditSource {
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return { address: /^[\da-fA-F.:%\w]{2,64}$/.test(address) ? address : 'unknown', way }
}

/**
 * Next adds the port that it listens on as X-Forwarded-Port where no proxy did. Hawk signs the port that the client connected to, which
 * behind a proxy is another one, so an added header must not be taken for the proxy's word.
 */
export function withoutOwnPort(request: Request, port: number): Request {
  if (request.headers.get('x-forwarded-port') !== String(port)) return request
  const headers = new Headers(request.headers)
  headers.delete('x-forwarded-port')
  const init = { method: request.method, headers, body: request.body, duplex: 'half', signal: request.signal }
  return new Request(request.url, init)
}
