import { ApiError } from '@/lib/queue/api/apiError'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import { workerTypeResponse } from '@/lib/queue/schemas/workerTypeResponse'
import { readTaskQueue } from '@/lib/queue/taskQueues/readTaskQueue'
import { workerTypeAnswer } from '@/lib/queue/taskQueues/taskQueue'

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
