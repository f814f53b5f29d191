import { defineMethod } from '@/lib/queue/api/defineMethod'
import type { Method } from '@/lib/queue/api/method'
import { pageQuery } from '@/lib/queue/api/parameters'
import {
  listClaimedTasksResponse,
  listPendingTasksResponse,
  pendingTasksResponse,
  taskQueueCountsResponse,
} from '@/lib/queue/schemas/queuedTasks'
import { splitTaskQueueId } from '@/lib/queue/taskQueues/taskQueue'
import { countTasks, listQueuedTasks } from '@/lib/queue/tasks/queuedTasks'

/** What waits in a task queue, and what workers have of it. */
export const queuedTaskMethods: Method[] = [
  defineMethod({
    name: 'pendingTasks',
    method: 'get',
    route: '/pending/<taskQueueId>',
    plainSlash: true,
    scopes: 'queue:pending-count:<taskQueueId>',
    output: pendingTasksResponse,
    stability: 'deprecated',
    category: 'Worker Metadata',
    title: 'Count pending tasks',
    description: 'How many tasks of a task queue are pending.',
    async handle({ params: { taskQueueId = '' }, store: { database }, now }) {
      const pendingTasks = await countTasks(database, taskQueueId, 'pending', now)
      return { ...splitTaskQueueId(taskQueueId), taskQueueId, pendingTasks }
    },
  }),
  defineMethod({
    name: 'taskQueueCounts',
    method: 'get',
    route: '/task-queues/<taskQueueId>/counts',
    plainSlash: true,
    scopes: { AllOf: ['queue:pending-count:<taskQueueId>', 'queue:claimed-count:<taskQueueId>'] },
    output: taskQueueCountsResponse,
    stability: 'stable',
    category: 'Worker Metadata',
    title: 'Count pending and claimed tasks',
    description: 'How many tasks of a task queue are pending, and how many a worker has.',
    async handle({ params: { taskQueueId = '' }, store: { database }, now }) {
      const pendingTasks = await countTasks(database, taskQueueId, 'pending', now)
      const claimedTasks = await countTasks(database, taskQueueId, 'running', now)
      return { ...splitTaskQueueId(taskQueueId), taskQueueId, pendingTasks, claimedTasks }
    },
  }),
  defineMethod({
    name: 'listPendingTasks',
    method: 'get',
    route: '/task-queues/<taskQueueId>/pending',
    plainSlash: true,
    query: pageQuery,
    scopes: 'queue:pending-list:<taskQueueId>',
    output: listPendingTasksResponse,
    stability: 'experimental',
    category: 'Worker Metadata',
    title: 'List pending tasks',
    description: 'A page of the pending tasks of a task queue, the oldest first.',
    async handle({ params: { taskQueueId = '' }, query, store: { database }, now }) {
      const { rows, ...rest } = await listQueuedTasks(database, taskQueueId, 'pending', now, query)
      const tasks = rows.map(({ taskId, definition, runs }) => {
        const run = runs.at(-1) ?? {}
        return { taskId, runId: run.runId ?? 0, task: definition, inserted: run.scheduled ?? null }
      })
      return { tasks, ...rest }
    },
  }),
  defineMethod({
    name: 'listClaimedTasks',
    method: 'get',
    route: '/task-queues/<taskQueueId>/claimed',
    plainSlash: true,
    query: pageQuery,
    scopes: 'queue:claimed-list:<taskQueueId>',
    output: listClaimedTasksResponse,
    stability: 'experimental',
    category: 'Worker Metadata',
    title: 'List claimed tasks',
    description: 'A page of the tasks of a task queue that a worker has. Nothing is claimed here.',
    async handle({ params: { taskQueueId = '' }, query, store: { database }, now }) {
      const { rows, ...rest } = await listQueuedTasks(database, taskQueueId, 'running', now, query)
      const tasks = rows.map(({ taskId, definition, runs }) => {
        const { runId = 0, workerGroup = '', workerId = '', started = null } = runs.at(-1) ?? {}
        return { taskId, runId, workerGroup, workerId, claimed: started, task: definition }
      })
      return { tasks, ...rest }
    },
  }),
]
