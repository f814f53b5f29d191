import { permission } from '@/lib/auth/permissions'
import { recordRefusal } from '@/lib/auth/recordRefusal'
import { satisfies } from '@/lib/auth/scopes'
import type { JsonValue } from '@/lib/base/json'
import { type CurrentRequest, currentRequest } from '@/lib/http/currentRequest'
import { databaseTrouble } from '@/lib/registry/store/databaseTrouble'
import { answer, apiHeaders, errorBody, errorHeaders } from './answer'
import { ApiError, statusOfCode } from './apiError'
import type { HandlerOptions } from './handlerOptions'
import type { Call, Caller, Method } from './method'
import { checkParameters, readQuery } from './parameters'
import { type Body, largestBody, largestUnsigned, mayBeLarge, readBody } from './readBody'
import { expandScopes, insufficientScopes, neededValues, type ScopeValues } from './scopeTemplate'
import { demandHash, verifyCaller } from './verifyCaller'

/** Larger bodies are not repeated in the envelope of an error, in bytes: a refusal costs less than what is refused. */
const largestEcho = 16_000

/** A request that the router has found a method for. */
export interface RoutedRequest {
  request: Request
  /** path and query as they were sent, where the host knows */
  target?: string
  params: Record<string, string>
  service: string
  /** what the server knows of the request, where it does not follow it */
  current?: CurrentRequest
  /** counts a request of a client, or of nobody: the seconds to wait, 0 where it is not too much */
  secondsToWait?: (clientId: string | undefined) => number
}

/**
 * Answers a request in the order of lib-api: body; signature and scopes, where the URL says all that they depend on; parameters;
 * query; content type and input schema; the method itself. A body that may be large is only read of those whose signature holds. Whatever is
 * thrown becomes the error envelope.
 */
export async function runMethod(method: Method, routed: RoutedRequest, options: HandlerOptions): Promise<Response> {
  const { request, params } = routed
  const { store, rootUrl, version, randomId } = options
  const now = options.now()
  const requestId = (routed.current ?? currentRequest())?.id ?? randomId()
  const traceId = request.headers.get('x-taskcluster-trace-id') ?? randomId()
  const headers = { ...apiHeaders, 'x-for-request-id': requestId, 'x-for-trace-id': traceId }
  let payload: JsonValue = {}
  let isEchoed = true
  try {
    if (method.scopes === undefined) demandRate(routed, undefined)
    const known = method.scopes !== undefined && mayBeLarge(request) ? await admit(routed, options, now) : undefined
    const body = await readBody(request, known?.status === 'auth-success' ? largestBody : largestUnsigned)
    payload = body.payload
    isEchoed = Buffer.byteLength(body.text) <= largestEcho
    let caller: Promise<Caller> | undefined
    const authenticate = () => {
      caller ??= identify()
      return caller
    }
    const identify = async () => {
      const found = known ?? (await admit(routed, options, now))
      demandHash(found, request, body)
      return found
    }
    const authorize = async (values: ScopeValues) => {
      const verified = await authenticate()
      const needed = expandScopes(method.scopes ?? { AllOf: [] }, { ...params, ...values })
      if (satisfies(verified.scopes, needed)) return verified
      if (verified.status === 'auth-success') {
        const { needed: all, missing } = permission(verified.scopes, needed)
        const what = `api:${routed.service}/${method.name}`
        await recordRefusal(store, { who: verified.clientId, what, at: now, detail: { needed: all, missing } })
      }
      throw insufficientScopes(verified, needed)
    }
    if (method.scopes && neededValues(method.scopes).every((name) => Object.hasOwn(params, name))) await authorize({})
    checkParameters(params)
    const query = readQuery(method, new URL(request.url))
    const input = checkInput(method, request, body)
    const call: Call<JsonValue> = {
      params,
      query,
      payload: input,
      now,
      rootUrl,
      store,
      onRefusal: options.onRefusal,
      version,
      authenticate,
      authorize,
    }
    return answer(200, await method.run(call, `${rootUrl}/schemas/${routed.service}/v1/`), headers)
  } catch (error) {
    const refusal = error instanceof ApiError ? error : failure(error, options)
    const info = { method: method.name, params, payload: isEchoed ? payload : {} }
    const envelope = errorBody(refusal.code, refusal.message, info, now)
    return answer(statusOfCode[refusal.code], envelope, { ...headers, ...errorHeaders(refusal) })
  }
}

/** Who calls, within their rate; a signature that does not hold counts as one of nobody. */
async function admit(routed: RoutedRequest, options: HandlerOptions, now: Date): Promise<Caller> {
  try {
    const caller = await verifyCaller(options, routed.request, routed.target, now)
    const clientId = caller.status === 'auth-success' ? caller.clientId : undefined
    const current = routed.current ?? currentRequest()
    if (current !== undefined && clientId !== undefined) current.client = clientId
    demandRate(routed, clientId)
    return caller
  } catch (error) {
    if (error instanceof ApiError && error.code === 'AuthenticationFailed') demandRate(routed, undefined)
    throw error
  }
}

function demandRate({ secondsToWait }: RoutedRequest, clientId: string | undefined): void {
  const seconds = secondsToWait?.(clientId) ?? 0
  if (seconds === 0) return
  const who = clientId === undefined ? 'callers without a signature that holds' : 'one client'
  throw new ApiError('TooManyRequests', `These are too many requests of ${who}. Try again in ${seconds} s.`, seconds)
}

function checkInput(method: Method, request: Request, { payload }: Body): JsonValue {
  if (method.input === undefined) return {}
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new ApiError('MalformedPayload', 'Payload must be JSON with content-type: application/json.')
  }
  return payload
}

function failure(error: unknown, { randomId, onFailure }: HandlerOptions): ApiError {
  const trouble = databaseTrouble(error)
  // of a disk that is full the log hears once, not from each who asks
  const isKnown = trouble !== undefined && trouble.code !== 'database-gone'
  const incidentId = randomId()
  if (!isKnown) onFailure?.(error, incidentId)
  if (trouble !== undefined) {
    const { message, help, retryAfter } = trouble
    const incident = isKnown ? '' : ` incidentId ${incidentId}.`
    return new ApiError('ServiceUnavailable', `${message} ${help}${incident}`, retryAfter)
  }
  return new ApiError('InternalServerError', `Internal Server Error, incidentId ${incidentId}.`)
}
