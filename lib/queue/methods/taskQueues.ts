import { ApiError } from '@/lib/queue/api/apiError'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import { pageQuery } from '@/lib/queue/api/parameters'
import { listTaskQueuesResponse, taskQueueResponse } from '@/lib/queue/schemas/taskQueues'
import {
  declareWorkerTypeRequest,
  listWorkerTypesResponse,
  payloadSchemaResponse,
  workerTypeResponse,
} from '@/lib/queue/schemas/workerTypes'
import { checkDeclaration } from '@/lib/queue/taskQueues/checkDeclaration'
import { declareTaskQueue } from '@/lib/queue/taskQueues/declareTaskQueue'
import { readTaskQueues as list, readTaskQueue, readTaskQueues } from '@/lib/queue/taskQueues/readTaskQueues'
import { readSchemaInForce } from '@/lib/queue/taskQueues/schemaInForce'
import { taskQueueAnswer, workerTypeAnswer } from '@/lib/queue/taskQueues/taskQueue'

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
    const queue = await declareTaskQueue(call.store, await checkDeclaration(call))
    return { ...workerTypeAnswer(queue), actions: [] }
  },
})

export const getWorkerType = defineMethod({
  name: 'getWorkerType',
  method: 'get',
  route: '/provisioners/<provisionerId>/worker-types/<workerType>',
  scopes: 'queue:get-worker-type:<provisionerId>/<workerType>',
  output: workerTypeResponse,
  stability: 'deprecated',
  category: 'Worker Metadata',
  title: 'Get a worker type',
  description: 'What was declared of a worker type.',
  async handle({ params: { provisionerId = '', workerType = '' }, store, now }) {
    const queue = await readTaskQueue(store, `${provisionerId}/${workerType}`, now)
    if (queue !== undefined) return { ...workerTypeAnswer(queue), actions: [] }
    const which = `Worker-type \`${workerType}\` with Provisioner \`${provisionerId}\``
    throw new ApiError('ResourceNotFound', `${which} not found. Are you sure it was created?`)
  },
})

export const listWorkerTypes = defineMethod({
  name: 'listWorkerTypes',
  method: 'get',
  route: '/provisioners/<provisionerId>/worker-types',
  query: pageQuery,
  scopes: 'queue:list-worker-types:<provisionerId>',
  output: listWorkerTypesResponse,
  stability: 'deprecated',
  category: 'Worker Metadata',
  title: 'List the worker types of a provisioner',
  description: 'A page of worker types; `continuationToken` asks for the next one.',
  async handle({ params: { provisionerId = '' }, query, store, now }) {
    const { queues, ...rest } = await readTaskQueues(store, now, query, provisionerId)
    return { workerTypes: queues.map(workerTypeAnswer), ...rest }
  },
})

export const getTaskQueue = defineMethod({
  name: 'getTaskQueue',
  method: 'get',
  route: '/task-queues/<taskQueueId>',
  scopes: 'queue:get-task-queue:<taskQueueId>',
  output: taskQueueResponse,
  stability: 'stable',
  category: 'Worker Metadata',
  title: 'Get a task queue',
  description: 'What was declared of a task queue.',
  async handle({ params: { taskQueueId = '' }, store, now }) {
    const queue = await readTaskQueue(store, taskQueueId, now)
    if (queue !== undefined) return taskQueueAnswer(queue)
    throw new ApiError('ResourceNotFound', `Task queue \`${taskQueueId}\` not found. Are you sure it was created?`)
  },
})

export const listTaskQueues = defineMethod({
  name: 'listTaskQueues',
  method: 'get',
  route: '/task-queues',
  query: pageQuery,
  scopes: 'queue:list-task-queues',
  output: listTaskQueuesResponse,
  stability: 'stable',
  category: 'Worker Metadata',
  title: 'List all task queues',
  description: 'A page of task queues; `continuationToken` asks for the next one.',
  async handle({ query, store, now }) {
    const { queues, ...rest } = await list(store, now, query)
    return { taskQueues: queues.map(taskQueueAnswer), ...rest }
  },
})

/** Beside the real Queue's methods: getWorkerType answers what it answers everywhere, so that no client meets a property it does not know. */
export const getPayloadSchema = defineMethod({
  name: 'getPayloadSchema',
  method: 'get',
  route: '/provisioners/<provisionerId>/worker-types/<workerType>/payload-schema',
  scopes: 'queue:get-worker-type:<provisionerId>/<workerType>',
  output: payloadSchemaResponse,
  stability: 'experimental',
  category: 'Worker Metadata',
  title: 'Get the payload schema of a worker type',
  description: 'The payload schema that createTask holds tasks of this worker type against, and who declared it.',
  async handle({ params: { provisionerId = '', workerType = '' }, store, now }) {
    const found = await readSchemaInForce(store, `${provisionerId}/${workerType}`, now)
    if (found !== undefined) {
      const { taskQueueId, version, schemaSha256, payloadSchema, declaredBy, declaredAt, expires } = found
      const dates = { declaredAt: declaredAt.toJSON(), expires: expires.toJSON() }
      return { taskQueueId, version, payloadSchemaSha256: schemaSha256, payloadSchema, declaredBy, ...dates }
    }
    const which = `Worker-type \`${workerType}\` with Provisioner \`${provisionerId}\``
    throw new ApiError('ResourceNotFound', `${which} has no payload schema in force.`)
  },
})
