import { ApiError } from '../api/apiError'
import { defineMethod } from '../api/defineMethod'
import { priorities } from '../schemas/common'
import { createTaskRequest } from '../schemas/createTaskRequest'
import { taskStatusResponse } from '../schemas/taskStatusResponse'
import { readReasons } from '../taskQueues/schemaReasons'
import { validatorInForce } from '../taskQueues/validatorInForce'
import { checkDates } from '../tasks/checkDates'
import { completeDefinition } from '../tasks/completeDefinition'
import { insertTask } from '../tasks/insertTask'
import { payloadRefusal } from '../tasks/payloadRefusal'
import { readTask } from '../tasks/readTask'
import { sameTask } from '../tasks/sameTask'
import { taskStatus } from '../tasks/taskStatus'

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
    const { params, payload, now, store, rootUrl } = call
    const { taskId = '' } = params
    const completed = Object.assign(payload, completeDefinition(taskId, payload))
    const { scopes, routes, projectId, schedulerId, provisionerId, workerType, taskQueueId } = completed
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
    const inForce = await validatorInForce(store, taskQueueId, now)
    const violations = inForce?.validate(definition.payload) ?? []
    if (inForce === undefined || violations.length === 0)
      return { status: taskStatus(await insertTask(store, taskId, definition, now)) }
    // A task that was accepted under an earlier schema is still the same task when its request is repeated.
    const found = await readTask(store.database, taskId)
    if (found !== undefined) return { status: taskStatus(sameTask(found, taskId, { ...definition })) }
    const reasons = await readReasons(store, { taskQueueId, sha256: inForce.sha256 })
    const words = payloadRefusal(rootUrl, taskQueueId, violations, { payload: definition.payload, reasons })
    throw new ApiError('InputValidationError', words)
  },
})
