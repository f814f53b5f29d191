import hawk from 'hawk'
import { authenticateHawk, type SignedRequest } from '@/lib/auth/credentials/authenticateHawk'
import { readClient } from '@/lib/auth/credentials/client'
import { sameText } from '@/lib/auth/credentials/sealSecret'
import { ApiError } from './apiError'
import type { HandlerOptions } from './handlerOptions'
import type { Caller } from './method'
import type { Body } from './readBody'

/** Who calls, by the signature in the head of the request: nothing of the body is read for it. Throws AuthenticationFailed. */
export async function verifyCaller(
  { store, authenticate }: HandlerOptions,
  request: Request,
  target: string | undefined,
  now: Date,
): Promise<Caller> {
  const signed = signedRequest(request, target)
  if (signed === undefined) throw new ApiError('AuthenticationFailed', 'Unauthorized: Invalid Host header')
  const result = await (authenticate === undefined
    ? authenticateHawk(signed, (clientId) => readClient(store, clientId), now)
    : authenticate(signed, now))
  if (result.status === 'auth-failed') throw new ApiError('AuthenticationFailed', result.message)
  return result
}

/** Throws AuthenticationFailed where a signature has the hash of another body. */
export function demandHash(caller: Caller, request: Request, { text }: Body): void {
  if (caller.status !== 'auth-success' || caller.hash === undefined) return
  const hash = hawk.crypto.calculatePayloadHash(text, 'sha256', request.headers.get('content-type') ?? '')
  if (sameText(hash, caller.hash)) return
  const said = `the signature has ${caller.hash}, the body has ${hash}`
  throw new ApiError('AuthenticationFailed', `Invalid payload hash: ${said}`)
}

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
