import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, continuationToken } from './common'
import { taskQueueResponse } from './taskQueueResponse'

export const listTaskQueuesResponse = schemaFile(
  'list-taskqueues-response.json',
  closedObject(
    'Task queues',
    {
      taskQueues: { type: 'array', items: taskQueueResponse.schema },
      continuationToken,
    },
    ['continuationToken'],
  ),
)
