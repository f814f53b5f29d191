import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, continuationToken } from './common'
import { taskGroupProperties } from './taskGroupResponse'
import { taskResponse } from './taskResponse'
import { taskStatusSchema } from './taskStatusResponse'

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
