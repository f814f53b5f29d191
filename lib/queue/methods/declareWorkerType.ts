import type { JsonObject } from '../../base/json'
import { checkSchema } from '../../schema/checkSchema'
import { ApiError } from '../api/apiError'
import { defineMethod } from '../api/defineMethod'
import { workerTypePattern } from '../api/parameterPatterns'
import { parseDate } from '../api/parseDate'
import { validationMessage } from '../api/validationMessage'
import { declareWorkerTypeRequest } from '../schemas/declareWorkerTypeRequest'
import { workerTypeResponse } from '../schemas/workerTypeResponse'
import { declareTaskQueue } from '../taskQueues/declareTaskQueue'
import { readTaskQueue } from '../taskQueues/readTaskQueue'
import { workerTypeAnswer } from '../taskQueues/taskQueue'

export const declareWorkerType = defineMethod({
  name: 'declareWorkerType',
  method: 'put',
  route: '/provisioners/<provisionerId>/worker-types/<workerType>',
  scopes: {
    AllOf: [
      { for: 'property', in: 'properties', each: 'queue:declare-worker-type:<provisionerId>/<workerType>#<property>' },
    ],
  },
  input: declareWorkerTypeRequest,
  output: workerTypeResponse,
  stability: 'deprecated',
  category: 'Worker Metadata',
  title: 'Declare a worker type',
  description:
    'Makes or updates a worker type. Properties that are left out stay as they are; the expiry only moves further away. With a ' +
    '`payloadSchema` the Queue refuses, from now on, every task of this worker type whose payload violates it. Each property of the ' +
    'body needs its scope.',
  async handle(call) {
    const { params, payload, now, store, rootUrl } = call
    const { provisionerId = '', workerType = '' } = params
    if (!workerTypePattern.test(workerType)) {
      throw new ApiError('InputError', `The worker type '${workerType}' must match ${workerTypePattern}.`)
    }
    if (payload.payloadSchema !== undefined) refuseBadSchema(payload.payloadSchema, rootUrl)
    if (payload.description?.includes('\0')) throw new ApiError('InputError', 'The description must not hold U+0000.')
    const caller = await call.authorize({ properties: Object.keys(payload) })
    const taskQueueId = `${provisionerId}/${workerType}`
    const expires = payload.expires === undefined ? undefined : parseDate('expires', payload.expires)
    if (expires !== undefined && expires <= now && (await readTaskQueue(store, taskQueueId, now)) === undefined) {
      throw new ApiError('InputError', 'The expiry of a new worker type must be in the future.')
    }
    const who = caller.status === 'auth-success' ? caller.clientId : 'anonymous'
    const queue = await declareTaskQueue(store, { ...payload, taskQueueId, expires, who, now })
    return { ...workerTypeAnswer(queue), actions: [] }
  },
})

function refuseBadSchema(schema: JsonObject, rootUrl: string): void {
  const problems = checkSchema(schema)
  if (problems.length === 0) return
  const lines = problems.map(({ path, message, help }) => {
    const place = path === '' ? 'data/payloadSchema' : `data/payloadSchema at ${path}`
    return `${place}: ${message}${help === undefined ? '' : ` (${help})`}`
  })
  const url = `${rootUrl}/schemas/queue/v1/${declareWorkerTypeRequest.file}#`
  throw new ApiError('InputValidationError', validationMessage(url, lines))
}
