import { defineMethod } from '@/lib/queue/api/defineMethod'
import { taskStatusResponse } from '@/lib/queue/schemas/taskStatusResponse'
import { findTask } from '@/lib/queue/tasks/findTask'
import { taskStatus } from '@/lib/queue/tasks/taskStatus'

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
