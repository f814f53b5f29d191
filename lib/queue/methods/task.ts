import { ApiError } from '../api/apiError'
import { defineMethod } from '../api/defineMethod'
import { taskResponse } from '../schemas/taskResponse'
import { readTask } from '../tasks/readTask'

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
    const row = await readTask(store.database, taskId)
    if (row === undefined)
      throw new ApiError('ResourceNotFound', `Task ${taskId} not found. Are you sure it was created?`)
    return row.definition
  },
})
