import { defineMethod } from '../api/defineMethod'
import { taskStatusResponse } from '../schemas/taskStatusResponse'
import { findTask } from '../tasks/findTask'
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
    return { status: taskStatus(await findTask(store.database, taskId)) }
  },
})
