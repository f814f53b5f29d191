import { ApiError } from '../api/apiError'
import { defineMethod } from '../api/defineMethod'
import { taskStatusResponse } from '../schemas/taskStatusResponse'
import { readTask } from '../tasks/readTask'
import { taskStatus } from '../tasks/taskStatus'

export const status = defineMethod({
  name: 'status',
  method: 'get',
  route: '/task/<taskId>/status',
  scopes: 'queue:status:<taskId>',
  output: taskStatusResponse,
  stability: 'stable',
  category: 'Tasks',
  title: 'Get the status of a task',
  description: 'Where a task stands, with its runs.',
  async handle({ params: { taskId = '' }, store }) {
    const row = await readTask(store.database, taskId)
    if (row === undefined)
      throw new ApiError('ResourceNotFound', `Task ${taskId} not found. Are you sure it was created?`)
    return { status: taskStatus(row) }
  },
})
