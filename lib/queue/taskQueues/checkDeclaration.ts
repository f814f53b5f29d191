import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { ApiError, parseDate, validationMessage } from '@/lib/queue/api/apiError'
import type { Call } from '@/lib/queue/api/method'
import { workerTypePattern } from '@/lib/queue/api/parameters'
import { type DeclareWorkerTypeRequest, declareWorkerTypeRequest } from '@/lib/queue/schemas/workerTypes'
import { checkSchema } from '@/lib/schema/check/checkSchema'
import { sizeOf } from '@/lib/schema/values'
import { lanes } from '@/lib/thread/lanes'
import { unansweredProblem } from '@/lib/thread/unansweredProblem'
import type { Declaration } from './declareTaskQueue'
import { readTaskQueue } from './readTaskQueues'

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

/** Schemas up to this size are checked here; those of worker types have some 30 to 1,500. */
const largestSchema = 10_000
const budget = 5000

/** What is wrong with a payload schema. A large one is checked in a thread, and one that takes too long is refused. */
export async function schemaProblems(schema: JsonObject): Promise<Problem[]> {
  if (sizeOf(schema, largestSchema) <= largestSchema) return checkSchema(schema)
  const outcome = await lanes().tasks.ask('findSchemaProblems', { schema }, { budget })
  return outcome.answered ? outcome.value : [unansweredProblem(outcome.why, budget)]
}
