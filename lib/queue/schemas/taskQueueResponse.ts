import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject } from './common'
import { workerTypeProperties } from './workerTypeResponse'

const { taskQueueId, stability, description, expires, lastDateActive } = workerTypeProperties

export const taskQueueResponse = schemaFile(
  'taskqueue-response.json',
  closedObject('Task queue', { taskQueueId, stability, description, expires, lastDateActive }),
)
