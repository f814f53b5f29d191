import type { JsonObject } from '@/lib/base/json'
import { schemaFile } from '@/lib/queue/api/schemaFile'
import type { priorities } from './common'
import { taskProperties } from './taskProperties'

/** The body of createTask, once its defaults are filled in. */
export interface CreateTaskRequest {
  provisionerId?: string
  workerType?: string
  taskQueueId?: string
  schedulerId: string
  projectId: string
  taskGroupId?: string
  dependencies: string[]
  requires: 'all-completed' | 'all-resolved'
  routes: string[]
  priority: (typeof priorities)[number]
  retries: number
  created: string
  deadline: string
  expires?: string
  scopes: string[]
  payload: JsonObject
  metadata: { name: string; description: string; owner: string; source: string }
  tags: Record<string, string>
  extra: JsonObject
}

export const createTaskRequest = schemaFile<CreateTaskRequest>('create-task-request.json', {
  title: 'Definition of a task',
  description: 'Either `taskQueueId`, or `provisionerId` and `workerType`.',
  type: 'object',
  properties: taskProperties,
  required: ['created', 'deadline', 'payload', 'metadata'],
  additionalProperties: false,
})
