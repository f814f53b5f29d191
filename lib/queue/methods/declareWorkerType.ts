import { defineMethod } from '@/lib/queue/api/defineMethod'
import { declareWorkerTypeRequest } from '@/lib/queue/schemas/declareWorkerTypeRequest'
import { workerTypeResponse } from '@/lib/queue/schemas/workerTypeResponse'
import { checkDeclaration } from '@/lib/queue/taskQueues/checkDeclaration'
import { declareTaskQueue } from '@/lib/queue/taskQueues/declareTaskQueue'
import { workerTypeAnswer } from '@/lib/queue/taskQueues/taskQueue'

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
