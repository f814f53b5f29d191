import { ApiError } from '@/lib/queue/api/apiError'
import type { Call } from '@/lib/queue/api/method'
import { priorities } from '@/lib/queue/schemas/common'
import type { CreateTaskRequest } from '@/lib/queue/schemas/createTaskRequest'
import { checkDates } from './checkDates'
import { completeDefinition } from './completeDefinition'
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
