import type { JsonObject } from '@/lib/base/json'
import { type SchemaFile, schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, continuationToken, dateTime, slugId } from './common'
import { taskResponse } from './taskResponse'

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
