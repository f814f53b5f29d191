import { ApiError } from '../api/apiError'
import { defineMethod } from '../api/defineMethod'
import { taskQueueResponse } from '../schemas/taskQueueResponse'
import { readTaskQueue } from '../taskQueues/readTaskQueue'
import { taskQueueAnswer } from '../taskQueues/taskQueue'

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
