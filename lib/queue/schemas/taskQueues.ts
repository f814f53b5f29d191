import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, continuationToken } from './properties'
import { workerTypeProperties } from './workerTypes'

const { taskQueueId, stability, description, expires, lastDateActive } = workerTypeProperties

export const taskQueueResponse = schemaFile(
  'taskqueue-response.json',
  closedObject('Task queue', { taskQueueId, stability, description, expires, lastDateActive }),
)

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
