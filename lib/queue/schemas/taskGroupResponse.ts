import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, dateTime, schedulerId, slugId } from './common'

/** What is said of a task group. */
export const taskGroupProperties = {
  taskGroupId: slugId,
  schedulerId,
  expires: { ...dateTime, title: 'Expiry', description: 'An hour after that of the last task' },
  sealed: { ...dateTime, title: 'Since when no task joins it' },
}

export const taskGroupResponse = schemaFile(
  'task-group-response.json',
  closedObject('Task group', taskGroupProperties, ['sealed']),
)
