import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject } from './common'

export const pingResponse = schemaFile(
  'ping-response.json',
  closedObject('Liveness', { alive: { type: 'boolean' }, uptime: { description: 'In seconds', type: 'number' } }),
)
