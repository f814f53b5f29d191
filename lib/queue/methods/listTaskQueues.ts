import { defineMethod } from '@/lib/queue/api/defineMethod'
import { pageQuery } from '@/lib/queue/api/pages'
import { listTaskQueuesResponse } from '@/lib/queue/schemas/listTaskQueuesResponse'
import { listTaskQueues as list } from '@/lib/queue/taskQueues/listTaskQueues'
import { taskQueueAnswer } from '@/lib/queue/taskQueues/taskQueue'

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
