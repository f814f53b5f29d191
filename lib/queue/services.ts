import type { Service } from './api/service'
import { authenticateHawk } from './methods/authenticateHawk'
import { createTask } from './methods/createTask'
import { currentScopes } from './methods/currentScopes'
import { declareWorkerType } from './methods/declareWorkerType'
import { getPayloadSchema } from './methods/getPayloadSchema'
import { getTaskQueue } from './methods/getTaskQueue'
import { getWorkerType } from './methods/getWorkerType'
import { listTaskQueues } from './methods/listTaskQueues'
import { listWorkerTypes } from './methods/listWorkerTypes'
import { monitoring } from './methods/monitoring'
import { status } from './methods/status'
import { task } from './methods/task'

/** The services of the embedded deployment. Routing, checks and published references all come from here. */
export const services: Service[] = [
  {
    name: 'queue',
    title: 'Queue Service',
    description: 'Keeps tasks and worker types. It refuses tasks that their worker type cannot run.',
    methods: [
      ...monitoring,
      task,
      status,
      createTask,
      declareWorkerType,
      getWorkerType,
      getPayloadSchema,
      listWorkerTypes,
      listTaskQueues,
      getTaskQueue,
    ],
  },
  {
    name: 'auth',
    title: 'Auth Service',
    description: 'Says who signed a request, and what they may do.',
    methods: [...monitoring, currentScopes, authenticateHawk],
  },
]
