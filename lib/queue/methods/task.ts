import { defineMethod } from '@/lib/queue/api/defineMethod'
import { taskResponse } from '@/lib/queue/schemas/taskResponse'
import { findTask } from '@/lib/queue/tasks/findTask'

export const task = defineMethod({
  name: 'task',
  method: 'get',
  route: '/task/<taskId>',
  scopes: 'queue:get-task:<taskId>',
  output: taskResponse,
  stability: 'stable',
  category: 'Tasks',
  title: 'Get the definition of a task',
  description: 'The definition as it was created, with all defaults.',
  async handle({ params: { taskId = '' }, store }) {
    return (await findTask(store.database, taskId)).definition
  },
})
