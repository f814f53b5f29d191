import { ApiError } from '@/lib/queue/api/apiError'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import { taskQueueResponse } from '@/lib/queue/schemas/taskQueueResponse'
import { readTaskQueue } from '@/lib/queue/taskQueues/readTaskQueue'
import { taskQueueAnswer } from '@/lib/queue/taskQueues/taskQueue'

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
