import { ApiError, parseDate } from '@/lib/queue/api/apiError'
import type { Call } from '@/lib/queue/api/method'
import { priorities } from '@/lib/queue/schemas/properties'
import type { CreateTaskRequest } from '@/lib/queue/schemas/tasks'
import { splitTaskQueueId } from '@/lib/queue/taskQueues/taskQueue'
import type { TaskDefinition } from './task'

/**
 * Everything that the real Queue checks in a definition before it looks at other tasks, in its order: the two names of the task queue,
 * scopes, dates, `**`. The payload of the call becomes the definition with all defaults. Throws InputError, AuthenticationFailed,
 * InsufficientScopes.
 */
export async function checkDefinition(call: Call<CreateTaskRequest>): Promise<TaskDefinition> {
  const { params, payload, now } = call
  const { taskId = '' } = params
  const completed = Object.assign(payload, completeDefinition(taskId, payload))
  const { scopes, routes, projectId, schedulerId, provisionerId, workerType } = completed
  const sufficient = priorities.slice(0, priorities.indexOf(completed.priority) + 1)
  await call.authorize({
    scopes,
    routes,
    projectId,
    schedulerId,
    provisionerId,
    workerType,
    priorities: [...sufficient],
  })
  const definition = Object.assign(completed, checkDates(completed, now))
  const open = scopes.find((scope) => scope.endsWith('**'))
  if (open !== undefined) throw new ApiError('InputError', `scopes must not end with \`**\`: ${open}`)
  return definition
}

/** Fills in what a definition says twice: the task queue and its two parts, and the task group. Throws InputError where they disagree. */
function completeDefinition(taskId: string, request: CreateTaskRequest): Omit<TaskDefinition, 'expires'> {
  const { provisionerId, workerType } = request
  const taskQueueId = request.taskQueueId ?? joined(provisionerId, workerType)
  const parts = splitTaskQueueId(taskQueueId)
  const agrees = (given: string | undefined, derived: string) => given === undefined || given === derived
  if (!agrees(provisionerId, parts.provisionerId) || !agrees(workerType, parts.workerType)) {
    const said = `provisionerId ${provisionerId ?? '(absent)'}, workerType ${workerType ?? '(absent)'}`
    throw new ApiError('InputError', `taskQueueId ${taskQueueId} does not agree with ${said}.`)
  }
  return { ...request, ...parts, taskQueueId, taskGroupId: request.taskGroupId ?? taskId }
}

function joined(provisionerId: string | undefined, workerType: string | undefined): string {
  if (provisionerId !== undefined && workerType !== undefined) return `${provisionerId}/${workerType}`
  throw new ApiError('InputError', 'A task needs taskQueueId, or both provisionerId and workerType.')
}

const minute = 60_000
const day = 24 * 60 * minute
const slack = 15 * minute
const furthestDeadline = 5 * day

/**
 * The dates of a definition in the Queue's form. Created within 15 minutes of now; a deadline not before that, not past, at most 5 days
 * ahead; an expiry not before the deadline, by default a year after it. Throws InputError.
 */
function checkDates(
  definition: Omit<TaskDefinition, 'expires'> & { expires?: string },
  now: Date,
): { created: string; deadline: string; expires: string } {
  const created = parseDate('created', definition.created)
  const deadline = parseDate('deadline', definition.deadline)
  const expires = definition.expires === undefined ? yearAfter(deadline) : parseDate('expires', definition.expires)
  refuseIf(created.getTime() < now.getTime() - slack, '`created` cannot be in the past (max 15min drift)')
  refuseIf(created.getTime() > now.getTime() + slack, '`created` cannot be in the future (max 15min drift)')
  refuseIf(created > deadline, '`deadline` cannot be earlier than `created`')
  refuseIf(deadline < now, '`deadline` cannot be in the past')
  refuseIf(
    deadline.getTime() > now.getTime() + furthestDeadline + slack,
    '`deadline` cannot be more than 5 days into the future',
  )
  refuseIf(deadline > expires, '`expires` cannot be before `deadline`')
  return { created: created.toJSON(), deadline: deadline.toJSON(), expires: expires.toJSON() }
}

/** The same day of the next year; of the 29th of February, the 1st of March. */
function yearAfter(date: Date): Date {
  const later = new Date(date)
  later.setUTCFullYear(later.getUTCFullYear() + 1)
  return later
}

function refuseIf(condition: boolean, message: string): void {
  if (condition) throw new ApiError('InputError', `${message}.`)
}
