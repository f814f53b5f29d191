import type { JsonObject } from '@/lib/base/json'
import { type SchemaFile, schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, continuationToken, dateTime, provisionerId, slugId, taskQueueId, workerType } from './properties'
import { taskResponse } from './tasks'

const one = { taskId: slugId, runId: { type: 'integer', minimum: 0, maximum: 1000 }, task: taskResponse.schema }

export const listPendingTasksResponse = page('list-pending-tasks-response.json', 'Pending tasks', {
  ...one,
  inserted: { ...dateTime, title: 'Since when it is pending' },
})

export const listClaimedTasksResponse = page('list-claimed-tasks-response.json', 'Claimed tasks', {
  ...one,
  workerGroup: { type: 'string' },
  workerId: { type: 'string' },
  claimed: { ...dateTime, title: 'Since when a worker has it' },
})

function page(file: string, title: string, properties: JsonObject): SchemaFile {
  const tasks = { type: 'array', items: closedObject('Task', properties) }
  return schemaFile(file, closedObject(title, { tasks, continuationToken }, ['continuationToken']))
}

const number = { type: 'integer', minimum: 0 }
const pending = { provisionerId, workerType, taskQueueId, pendingTasks: { ...number, title: 'Tasks that are pending' } }

export const pendingTasksResponse = schemaFile('pending-tasks-response.json', closedObject('Pending tasks', pending))

export const taskQueueCountsResponse = schemaFile(
  'task-queue-counts-response.json',
  closedObject('Tasks of a task queue', { ...pending, claimedTasks: { ...number, title: 'Tasks that a worker has' } }),
)
