import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, continuationToken, dateTime, schedulerId, slugId } from './properties'
import { taskResponse, taskStatusSchema } from './tasks'

/** What is said of a task group. */
const taskGroupProperties = {
  taskGroupId: slugId,
  schedulerId,
  expires: { ...dateTime, title: 'Expiry', description: 'An hour after that of the last task' },
  sealed: { ...dateTime, title: 'Since when no task joins it' },
}

export const taskGroupResponse = schemaFile(
  'task-group-response.json',
  closedObject('Task group', taskGroupProperties, ['sealed']),
)

export const listTaskGroupResponse = schemaFile(
  'list-task-group-response.json',
  closedObject(
    'Tasks of a group',
    {
      ...taskGroupProperties,
      tasks: {
        type: 'array',
        items: closedObject('Task with its status', { status: taskStatusSchema, task: taskResponse.schema }),
      },
      continuationToken,
    },
    ['sealed', 'continuationToken'],
  ),
)

const size = { type: 'integer', minimum: 0 }

export const cancelTaskGroupResponse = schemaFile(
  'cancel-task-group-response.json',
  closedObject('Canceled task group', {
    taskGroupId: slugId,
    taskGroupSize: { ...size, title: 'How many tasks the group has' },
    cancelledCount: { ...size, title: 'How many of them were canceled now' },
    taskIds: { title: 'Those that were canceled now', type: 'array', items: slugId, uniqueItems: true },
  }),
)
