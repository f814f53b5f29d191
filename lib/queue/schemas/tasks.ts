import type { JsonObject } from '@/lib/base/json'
import { schemaFile } from '@/lib/queue/api/schemaFile'
import {
  closedObject,
  dateTime,
  priorities,
  projectId,
  provisionerId,
  schedulerId,
  slugId,
  taskQueueId,
  workerType,
} from './properties'

/** The properties of a task definition, with the defaults that createTask fills in. */
const taskProperties = {
  provisionerId,
  workerType,
  taskQueueId,
  schedulerId: { ...schedulerId, default: '-' },
  projectId: { ...projectId, default: 'none' },
  taskGroupId: { ...slugId, title: 'Task group', description: 'The task itself, where it is left out' },
  dependencies: {
    title: 'Dependencies',
    description: 'Tasks that must be resolved before this one is scheduled',
    type: 'array',
    items: slugId,
    uniqueItems: true,
    maxItems: 10_000,
    default: [],
  },
  requires: {
    title: 'What dependencies must come to',
    type: 'string',
    enum: ['all-completed', 'all-resolved'],
    default: 'all-completed',
  },
  routes: {
    title: 'Routes',
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: 249 },
    uniqueItems: true,
    maxItems: 64,
    default: [],
  },
  priority: { title: 'Priority', type: 'string', enum: [...priorities], default: 'lowest' },
  retries: { title: 'Retries', type: 'integer', minimum: 0, maximum: 49, default: 5 },
  created: { ...dateTime, title: 'Created', description: 'Within 15 minutes of the clock of the server' },
  deadline: { ...dateTime, title: 'Deadline', description: 'At most 5 days ahead' },
  expires: { ...dateTime, title: 'Expiry', description: 'Not before the deadline; by default a year after it' },
  scopes: {
    title: 'Scopes',
    type: 'array',
    items: { type: 'string', pattern: '^[\\x20-\\x7e]*$', maxLength: 4096 },
    maxItems: 5000,
    default: [],
  },
  payload: {
    title: 'Payload',
    description: 'What the worker is to do, as the payload schema of the worker type has it',
    type: 'object',
    default: [],
  },
  metadata: closedObject('Metadata', {
    name: { type: 'string', maxLength: 255 },
    description: { type: 'string', maxLength: 32_768 },
    owner: { type: 'string', maxLength: 255 },
    source: {
      type: 'string',
      maxLength: 4096,
      pattern: '^(https?://|ssh://|git@)',
      anyOf: [{ format: 'uri' }, { format: 'regex' }],
    },
  }),
  tags: { title: 'Tags', type: 'object', additionalProperties: { type: 'string', maxLength: 4096 }, default: {} },
  extra: { title: 'Extra', type: 'object', default: {} },
} satisfies JsonObject

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

export const taskResponse = schemaFile('task.json', closedObject('Task', taskProperties))

const states = ['pending', 'running', 'completed', 'failed', 'exception']

const run = closedObject(
  'Run',
  {
    runId: { type: 'integer', minimum: 0, maximum: 1000 },
    state: { type: 'string', enum: states },
    reasonCreated: { type: 'string', enum: ['scheduled', 'retry', 'task-retry', 'rerun', 'exception'] },
    reasonResolved: {
      type: 'string',
      enum: [
        ...['completed', 'failed', 'deadline-exceeded', 'canceled', 'claim-expired', 'worker-shutdown'],
        ...['malformed-payload', 'resource-unavailable', 'internal-error', 'intermittent-task', 'superseded'],
      ],
    },
    workerGroup: schedulerId,
    workerId: schedulerId,
    takenUntil: dateTime,
    scheduled: dateTime,
    started: dateTime,
    resolved: dateTime,
  },
  ['reasonResolved', 'workerGroup', 'workerId', 'takenUntil', 'started', 'resolved'],
)

/** Where a task stands. */
export const taskStatusSchema = closedObject(
  'Task status',
  {
    taskId: slugId,
    provisionerId,
    workerType,
    taskQueueId,
    schedulerId,
    projectId,
    taskGroupId: slugId,
    priority: { type: 'string', enum: [...priorities] },
    deadline: dateTime,
    expires: dateTime,
    retriesLeft: { type: 'integer', minimum: 0, maximum: 999 },
    state: { type: 'string', enum: ['unscheduled', ...states] },
    runs: { type: 'array', items: run },
  },
  ['priority'],
)

export const taskStatusResponse = schemaFile(
  'task-status-response.json',
  closedObject('Answer', { status: taskStatusSchema }),
)
