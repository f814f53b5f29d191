import { ApiError } from '../api/apiError'
import { defineMethod } from '../api/defineMethod'
import { workerTypeResponse } from '../schemas/workerTypeResponse'
import { readTaskQueue } from '../taskQueues/readTaskQueue'
import { workerTypeAnswer } from '../taskQueues/taskQueue'

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
