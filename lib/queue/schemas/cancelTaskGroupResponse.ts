import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, slugId } from './common'

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
