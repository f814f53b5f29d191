import hawk from 'hawk'
import { authenticateHawk } from '@/lib/auth/authenticateHawk'
import { readClient } from '@/lib/auth/readClient'
import { sameText } from '@/lib/auth/sameText'
import { ApiError } from './apiError'
import type { HandlerOptions } from './handlerOptions'
import type { Caller } from './method'
import type { Body } from './readBody'
import { signedRequest } from './signedRequest'

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
