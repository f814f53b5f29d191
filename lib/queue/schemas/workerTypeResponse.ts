import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, dateTime, provisionerId, stabilities, taskQueueId, workerType } from './common'

/** A worker type, less its actions. */
export const workerTypeProperties = {
  provisionerId,
  workerType,
  taskQueueId,
  stability: { title: 'Stability', type: 'string', enum: [...stabilities] },
  description: { title: 'Description', type: 'string' },
  expires: { ...dateTime, title: 'Expiry' },
  lastDateActive: { ...dateTime, title: 'Last activity' },
}

export const workerTypeResponse = schemaFile(
  'workertype-response.json',
  closedObject('Worker type', {
    ...workerTypeProperties,
    actions: { title: 'Actions', description: 'Always empty', type: 'array', items: { type: 'object' } },
  }),
)
