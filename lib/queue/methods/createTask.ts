import { ApiError } from '../api/apiError'
import { defineMethod } from '../api/defineMethod'
import { createTaskRequest } from '../schemas/createTaskRequest'
import { taskStatusResponse } from '../schemas/taskStatusResponse'
import { readReasons } from '../taskQueues/schemaReasons'
import { validatorInForce } from '../taskQueues/validatorInForce'
import { checkDefinition } from '../tasks/checkDefinition'
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
    const { params, now, store, rootUrl } = call
    const { taskId = '' } = params
    const definition = await checkDefinition(call)
    const { taskQueueId, payload } = definition
    const inForce = await validatorInForce(store, taskQueueId, now)
    const violations = inForce?.validate(payload) ?? []
    if (inForce === undefined || violations.length === 0)
      return { status: taskStatus(await insertTask(store, taskId, definition, now)) }
    // A task that was accepted under an earlier schema is still the same task when its request is repeated.
    const found = await readTask(store.database, taskId)
    if (found !== undefined) return { status: taskStatus(sameTask(found, taskId, { ...definition })) }
    const reasons = await readReasons(store, { taskQueueId, sha256: inForce.sha256 })
    throw new ApiError('InputValidationError', payloadRefusal(rootUrl, taskQueueId, violations, { payload, reasons }))
  },
})
