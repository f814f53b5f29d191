import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, provisionerId, taskQueueId, workerType } from './common'

const number = { type: 'integer', minimum: 0 }
const pending = { provisionerId, workerType, taskQueueId, pendingTasks: { ...number, title: 'Tasks that are pending' } }

export const pendingTasksResponse = schemaFile('pending-tasks-response.json', closedObject('Pending tasks', pending))

export const taskQueueCountsResponse = schemaFile(
  'task-queue-counts-response.json',
  closedObject('Tasks of a task queue', { ...pending, claimedTasks: { ...number, title: 'Tasks that a worker has' } }),
)
