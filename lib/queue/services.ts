import type { Service } from './api/method'
import { authenticateHawk, currentScopes } from './methods/auth'
import { monitoring } from './methods/monitoring'
import { declareProvisioner, getProvisioner, listProvisioners } from './methods/provisioners'
import { queuedTaskMethods } from './methods/queuedTasks'
import { taskGroupMethods } from './methods/taskGroups'
import {
  declareWorkerType,
  getPayloadSchema,
  getTaskQueue,
  getWorkerType,
  listTaskQueues,
  listWorkerTypes,
} from './methods/taskQueues'
import { cancelTask, createTask, status, task } from './methods/tasks'
import { listProviders, workerPoolMethods } from './methods/workerPools'
import { embeddedProviders } from './workerPools/checkPoolRequest'

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
