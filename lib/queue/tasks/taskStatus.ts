import type { JsonObject } from '@/lib/base/json'
import type { TaskRow } from './task'

const repeated = [
  ...['provisionerId', 'workerType', 'taskQueueId', 'schedulerId', 'projectId', 'taskGroupId'],
  ...['priority', 'deadline', 'expires'],
]

/** Where a task stands, as createTask and status answer it. */
export function taskStatus({ taskId, definition, retriesLeft, state, runs }: TaskRow): JsonObject {
  const fromDefinition = repeated.map((name) => [name, definition[name] ?? null] as const)
  return { taskId, ...Object.fromEntries(fromDefinition), retriesLeft, state, runs }
}
