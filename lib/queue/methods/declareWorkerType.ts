import { defineMethod } from '../api/defineMethod'
import { declareWorkerTypeRequest } from '../schemas/declareWorkerTypeRequest'
import { workerTypeResponse } from '../schemas/workerTypeResponse'
import { checkDeclaration } from '../taskQueues/checkDeclaration'
import { declareTaskQueue } from '../taskQueues/declareTaskQueue'
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
    const queue = await declareTaskQueue(call.store, await checkDeclaration(call))
    return { ...workerTypeAnswer(queue), actions: [] }
  },
})
