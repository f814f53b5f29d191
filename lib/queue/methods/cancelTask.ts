import { ApiError } from '../api/apiError'
import { defineMethod } from '../api/defineMethod'
import { taskStatusResponse } from '../schemas/taskStatusResponse'
import { cancelTasks } from '../tasks/cancelTasks'
import { findTask } from '../tasks/findTask'
import { taskStatus } from '../tasks/taskStatus'

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
