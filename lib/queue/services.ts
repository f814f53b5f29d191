import type { Service } from './api/service'
import { authenticateHawk } from './methods/authenticateHawk'
import { cancelTask } from './methods/cancelTask'
import { createTask } from './methods/createTask'
import { currentScopes } from './methods/currentScopes'
import { declareProvisioner } from './methods/declareProvisioner'
import { declareWorkerType } from './methods/declareWorkerType'
import { getPayloadSchema } from './methods/getPayloadSchema'
import { getProvisioner } from './methods/getProvisioner'
import { getTaskQueue } from './methods/getTaskQueue'
import { getWorkerType } from './methods/getWorkerType'
import { listProviders } from './methods/listProviders'
import { listProvisioners } from './methods/listProvisioners'
import { listTaskQueues } from './methods/listTaskQueues'
import { listWorkerTypes } from './methods/listWorkerTypes'
import { monitoring } from './methods/monitoring'
import { queuedTaskMethods } from './methods/queuedTasks'
import { status } from './methods/status'
import { task } from './methods/task'
import { taskGroupMethods } from './methods/taskGroups'
import { workerPoolMethods } from './methods/workerPools'
import { embeddedProviders } from './workerPools/embeddedProviders'

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
      cancelTask,
      ...taskGroupMethods,
      listProvisioners,
      getProvisioner,
      declareProvisioner,
      declareWorkerType,
      getWorkerType,
      getPayloadSchema,
      listWorkerTypes,
      listTaskQueues,
      getTaskQueue,
      ...queuedTaskMethods,
    ],
  },
  {
    name: 'auth',
    title: 'Auth Service',
    description: 'Says who signed a request, and what they may do.',
    methods: [...monitoring, currentScopes, authenticateHawk],
  },
  {
    name: 'worker-manager',
    title: 'Worker Manager Service',
    description: 'Keeps the definitions of worker pools. It starts no workers.',
    methods: [...monitoring, listProviders, ...workerPoolMethods],
    schemas: [...embeddedProviders.values()].map(({ config }) => config),
  },
]
