import hawk from 'hawk'
import { authenticateHawk } from '../../auth/authenticateHawk'
import { readClient } from '../../auth/readClient'
import { sameText } from '../../auth/sameText'
import { ApiError } from './apiError'
import type { HandlerOptions } from './handlerOptions'
import type { Caller } from './method'
import type { Body } from './readBody'
import { signedRequest } from './signedRequest'

/** Who calls: verifies the signature, and the hash of the body where the signature has one. Throws AuthenticationFailed. */
export async function verifyCaller(
  { store, authenticate }: HandlerOptions,
  request: Request,
  target: string | undefined,
  body: Body,
  now: Date,
): Promise<Caller> {
  const signed = signedRequest(request, target)
  if (signed === undefined) throw new ApiError('AuthenticationFailed', 'Unauthorized: Invalid Host header')
  const result = await (authenticate === undefined
    ? authenticateHawk(signed, (clientId) => readClient(store, clientId), now)
    : authenticate(signed, now))
  if (result.status === 'auth-failed') throw new ApiError('AuthenticationFailed', result.message)
  if (result.status === 'auth-success' && result.hash !== undefined) {
    const contentType = request.headers.get('content-type') ?? ''
    const hash = hawk.crypto.calculatePayloadHash(body.text, 'sha256', contentType)
    if (!sameText(hash, result.hash)) {
      const said = `the signature has ${result.hash}, the body has ${hash}`
      throw new ApiError('AuthenticationFailed', `Invalid payload hash: ${said}`)
    }
  }
  return result
}
