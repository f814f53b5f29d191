import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, dateTime, provisionerId, stabilities } from './common'

export const provisionerResponse = schemaFile(
  'provisioner-response.json',
  closedObject('Provisioner', {
    provisionerId,
    stability: { title: 'Stability', description: 'Always experimental', type: 'string', enum: [...stabilities] },
    description: { title: 'Description', description: 'Always empty', type: 'string' },
    expires: { ...dateTime, title: 'Expiry of the last of its task queues' },
    lastDateActive: { ...dateTime, title: 'Last activity' },
    actions: { title: 'Actions', description: 'Always empty', type: 'array', items: { type: 'object' } },
  }),
)
