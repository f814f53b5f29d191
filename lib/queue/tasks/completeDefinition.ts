import { ApiError } from '@/lib/queue/api/apiError'
import type { CreateTaskRequest } from '@/lib/queue/schemas/createTaskRequest'
import { splitTaskQueueId } from '@/lib/queue/taskQueues/taskQueue'
import type { TaskDefinition } from './task'

/** Fills in what a definition says twice: the task queue and its two parts, and the task group. Throws InputError where they disagree. */
export function completeDefinition(taskId: string, request: CreateTaskRequest): Omit<TaskDefinition, 'expires'> {
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
