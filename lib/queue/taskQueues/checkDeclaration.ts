import type { JsonObject } from '@/lib/base/json'
import { ApiError } from '@/lib/queue/api/apiError'
import type { Call } from '@/lib/queue/api/method'
import { workerTypePattern } from '@/lib/queue/api/parameterPatterns'
import { parseDate } from '@/lib/queue/api/parseDate'
import { validationMessage } from '@/lib/queue/api/validationMessage'
import { type DeclareWorkerTypeRequest, declareWorkerTypeRequest } from '@/lib/queue/schemas/declareWorkerTypeRequest'
import type { Declaration } from './declareTaskQueue'
import { readTaskQueue } from './readTaskQueue'
import { schemaProblems } from './schemaProblems'

/** Checks a declaration and who makes it; what is to be kept. Throws InputError, InputValidationError, AuthenticationFailed, InsufficientScopes. */
export async function checkDeclaration(call: Call<DeclareWorkerTypeRequest>): Promise<Declaration> {
  const { params, payload, now, store, rootUrl } = call
  const { provisionerId = '', workerType = '' } = params
  if (!workerTypePattern.test(workerType)) {
    throw new ApiError('InputError', `The worker type '${workerType}' must match ${workerTypePattern}.`)
  }
  if (payload.payloadSchema !== undefined) await refuseBadSchema(payload.payloadSchema, rootUrl)
  if (payload.description?.includes('\0')) throw new ApiError('InputError', 'The description must not hold U+0000.')
  const caller = await call.authorize({ properties: Object.keys(payload) })
  const taskQueueId = `${provisionerId}/${workerType}`
  const expires = payload.expires === undefined ? undefined : parseDate('expires', payload.expires)
  if (expires !== undefined && expires <= now && (await readTaskQueue(store, taskQueueId, now)) === undefined) {
    throw new ApiError('InputError', 'The expiry of a new worker type must be in the future.')
  }
  const who = caller.status === 'auth-success' ? caller.clientId : 'anonymous'
  return { ...payload, taskQueueId, expires, who, now }
}

async function refuseBadSchema(schema: JsonObject, rootUrl: string): Promise<void> {
  const problems = await schemaProblems(schema)
  if (problems.length === 0) return
  const lines = problems.map(({ path, message, help }) => {
    const place = path === '' ? 'data/payloadSchema' : `data/payloadSchema at ${path}`
    return `${place}: ${message}${help === undefined ? '' : ` (${help})`}`
  })
  const url = `${rootUrl}/schemas/queue/v1/${declareWorkerTypeRequest.file}#`
  throw new ApiError('InputValidationError', validationMessage(url, lines))
}
