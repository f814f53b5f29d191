import type { SignedRequest } from '@/lib/auth/authenticateHawk'

/**
 * What Hawk signed, from the headers as they arrived: host and port of `Host`; `X-Forwarded-Port` overrides the port, else
 * `X-Forwarded-Proto: https` makes it 443. `target` is the request line's path and query, where the host of this handler knows it;
 * otherwise it is taken from the URL. Undefined without a usable `Host`.
 */
export function signedRequest(request: Request, target: string | undefined): SignedRequest | undefined {
  const host = parseHost(request.headers.get('host'))
  if (host === undefined) return undefined
  const forwardedPort = request.headers.get('x-forwarded-port')
  const forwardedTls = request.headers.get('x-forwarded-proto') === 'https'
  const port =
    forwardedPort === null ? (forwardedTls ? 443 : Number(host.port || 80)) : Number.parseInt(forwardedPort, 10)
  const authorization = request.headers.get('authorization') ?? undefined
  return { method: request.method, resource: target ?? targetOf(request.url), host: host.hostname, port, authorization }
}

function parseHost(header: string | null): URL | undefined {
  if (header === null || header.includes('/')) return undefined
  try {
    return new URL(`http://${header}`)
  } catch {
    return undefined
  }
}

function targetOf(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('://') + 3))
}
