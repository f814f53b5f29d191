import { ApiError } from '@/lib/queue/api/apiError'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import { taskStatusResponse } from '@/lib/queue/schemas/taskStatusResponse'
import { cancelTasks } from '@/lib/queue/tasks/cancelTasks'
import { findTask } from '@/lib/queue/tasks/findTask'
import { taskStatus } from '@/lib/queue/tasks/taskStatus'

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
