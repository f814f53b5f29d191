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
} from './common'

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
