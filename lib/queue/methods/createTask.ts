import { defineMethod } from '@/lib/queue/api/defineMethod'
import { createTaskRequest } from '@/lib/queue/schemas/createTaskRequest'
import { taskStatusResponse } from '@/lib/queue/schemas/taskStatusResponse'
import { acceptTask } from '@/lib/queue/tasks/acceptTask'
import { checkDefinition } from '@/lib/queue/tasks/checkDefinition'
import { taskStatus } from '@/lib/queue/tasks/taskStatus'

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
