import { ApiError } from '@/lib/queue/api/apiError'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import { createTaskRequest, taskResponse, taskStatusResponse } from '@/lib/queue/schemas/tasks'
import { acceptTask } from '@/lib/queue/tasks/acceptTask'
import { cancelTasks } from '@/lib/queue/tasks/cancelTasks'
import { checkDefinition } from '@/lib/queue/tasks/checkDefinition'
import { findTask, taskStatus } from '@/lib/queue/tasks/task'

export const createTask = defineMethod({
  name: 'createTask',
  method: 'put',
  route: '/task/<taskId>',
  scopes: {
    AllOf: [
      { for: 'scope', in: 'scopes', each: '<scope>' },
      { for: 'route', in: 'routes', each: 'queue:route:<route>' },
      'queue:create-task:project:<projectId>',
      'queue:scheduler-id:<schedulerId>',
      {
        AnyOf: [
          { for: 'priority', in: 'priorities', each: 'queue:create-task:<priority>:<provisionerId>/<workerType>' },
        ],
      },
    ],
  },
  input: createTaskRequest,
  output: taskStatusResponse,
  stability: 'stable',
  category: 'Tasks',
  title: 'Create a task',
  description:
    'Creates a task; the same request again gives the same task. The payload must satisfy the payload schema that is registered for ' +
    'the worker type, if there is one. A task may be created with the scope of its priority or of a higher one.',
  async handle(call) {
    const { params, now, store, rootUrl, onRefusal } = call
    const { taskId = '' } = params
    const definition = await checkDefinition(call)
    return { status: taskStatus(await acceptTask(store, taskId, definition, { now, rootUrl, onRefusal })) }
  },
})

export const task = defineMethod({
  name: 'task',
  method: 'get',
  route: '/task/<taskId>',
  scopes: 'queue:get-task:<taskId>',
  output: taskResponse,
  stability: 'stable',
  category: 'Tasks',
  title: 'Get the definition of a task',
  description: 'The definition as it was created, with all defaults.',
  async handle({ params: { taskId = '' }, store }) {
    return (await findTask(store.database, taskId)).definition
  },
})

export const status = defineMethod({
  name: 'status',
  method: 'get',
  route: '/task/<taskId>/status',
  scopes: 'queue:status:<taskId>',
  output: taskStatusResponse,
  stability: 'stable',
  category: 'Tasks',
  title: 'Get the status of a task',
  description: 'Where a task stands, with its runs.',
  async handle({ params: { taskId = '' }, store }) {
    return { status: taskStatus(await findTask(store.database, taskId)) }
  },
})

export const cancelTask = defineMethod({
  name: 'cancelTask',
  method: 'post',
  route: '/task/<taskId>/cancel',
  scopes: {
    AnyOf: [
      'queue:cancel-task:<schedulerId>/<taskGroupId>/<taskId>',
      'queue:cancel-task-in-project:<projectId>',
      { AllOf: ['queue:cancel-task', 'assume:scheduler-id:<schedulerId>/<taskGroupId>'] },
    ],
  },
  output: taskStatusResponse,
  stability: 'stable',
  category: 'Tasks',
  title: 'Cancel a task',
  description:
    'Resolves a task as `exception` with the reason `canceled`; one that was never scheduled gets a run for it. A task that is resolved ' +
    'already stays as it is.',
  async handle({ params: { taskId = '' }, store, now, authorize }) {
    const found = await findTask(store.database, taskId)
    const { schedulerId, projectId } = found.definition
    await authorize({ schedulerId: String(schedulerId), projectId: String(projectId), taskGroupId: found.taskGroupId })
    if (found.deadline < now) {
      const words = `Task \`${taskId}\` can't be canceled past its deadline of ${found.deadline.toJSON()}.`
      throw new ApiError('RequestConflict', words)
    }
    await store.database.transaction((tx) => cancelTasks(tx, { taskId }, now))
    return { status: taskStatus(await findTask(store.database, taskId)) }
  },
})
