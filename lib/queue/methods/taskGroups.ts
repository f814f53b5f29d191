import { ApiError } from '@/lib/queue/api/apiError'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import type { Method } from '@/lib/queue/api/method'
import { pageQuery } from '@/lib/queue/api/parameters'
import { cancelTaskGroupResponse, listTaskGroupResponse, taskGroupResponse } from '@/lib/queue/schemas/taskGroups'
import { cancelTasks } from '@/lib/queue/tasks/cancelTasks'
import { taskStatus } from '@/lib/queue/tasks/task'
import {
  findTaskGroup,
  listTaskGroup,
  sealTaskGroup,
  taskGroupAnswer,
  taskGroupSize,
} from '@/lib/queue/tasks/taskGroup'

/** Task groups: what is in one, and its end. */
export const taskGroupMethods: Method[] = [
  defineMethod({
    name: 'listTaskGroup',
    method: 'get',
    route: '/task-group/<taskGroupId>/list',
    query: pageQuery,
    scopes: 'queue:list-task-group:<taskGroupId>',
    output: listTaskGroupResponse,
    stability: 'stable',
    category: 'Task Groups',
    title: 'List a task group',
    description: 'A page of the tasks of a group with their status; `continuationToken` asks for the next one.',
    async handle({ params: { taskGroupId = '' }, query, store: { database } }) {
      const group = await findTaskGroup(database, taskGroupId)
      const { rows, ...rest } = await listTaskGroup(database, taskGroupId, query)
      const tasks = rows.map((row) => ({ status: taskStatus(row), task: row.definition }))
      return { ...taskGroupAnswer(group), tasks, ...rest }
    },
  }),
  defineMethod({
    name: 'getTaskGroup',
    method: 'get',
    route: '/task-group/<taskGroupId>',
    scopes: 'queue:list-task-group:<taskGroupId>',
    output: taskGroupResponse,
    stability: 'stable',
    category: 'Task Groups',
    title: 'Get a task group',
    description: 'What is known of a task group, less its tasks.',
    async handle({ params: { taskGroupId = '' }, store: { database } }) {
      return taskGroupAnswer(await findTaskGroup(database, taskGroupId))
    },
  }),
  defineMethod({
    name: 'sealTaskGroup',
    method: 'post',
    route: '/task-group/<taskGroupId>/seal',
    scopes: 'queue:seal-task-group:<schedulerId>/<taskGroupId>',
    output: taskGroupResponse,
    stability: 'experimental',
    category: 'Task Groups',
    title: 'Seal a task group',
    description: 'From now on no task joins the group. It cannot be undone; the first time counts.',
    async handle({ params: { taskGroupId = '' }, store: { database }, now, authorize }) {
      const group = await findTaskGroup(database, taskGroupId)
      await authorize({ schedulerId: group.schedulerId })
      return taskGroupAnswer(await sealTaskGroup(database, group, now))
    },
  }),
  defineMethod({
    name: 'cancelTaskGroup',
    method: 'post',
    route: '/task-group/<taskGroupId>/cancel',
    scopes: 'queue:cancel-task-group:<schedulerId>/<taskGroupId>',
    output: cancelTaskGroupResponse,
    stability: 'experimental',
    category: 'Tasks',
    title: 'Cancel a task group',
    description: 'Cancels all tasks of a sealed group that are not resolved.',
    async handle({ params: { taskGroupId = '' }, store: { database }, now, authorize }) {
      const group = await findTaskGroup(database, taskGroupId)
      await authorize({ schedulerId: group.schedulerId })
      if (group.sealed === null) {
        throw new ApiError('RequestConflict', `Task group \`${taskGroupId}\` must be sealed before it can be canceled.`)
      }
      const cancelled = await database.transaction((tx) => cancelTasks(tx, { taskGroupId }, now))
      return {
        taskGroupId,
        taskGroupSize: await taskGroupSize(database, taskGroupId),
        cancelledCount: cancelled.length,
        taskIds: cancelled.map(({ taskId }) => taskId),
      }
    },
  }),
]
