import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, continuationToken, dateTime, provisionerId, stabilities } from './properties'

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

export const listProvisionersResponse = schemaFile(
  'list-provisioners-response.json',
  closedObject(
    'Provisioners',
    { provisioners: { type: 'array', items: provisionerResponse.schema }, continuationToken },
    ['continuationToken'],
  ),
)

const text = { type: 'string' }

/** The body of declareProvisioner. It is checked, and nothing of it is kept. */
export const declareProvisionerRequest = schemaFile<Record<string, unknown>>('update-provisioner-request.json', {
  title: 'Declaration of a provisioner',
  description: 'Nothing of it is kept: provisioners follow from their task queues.',
  type: 'object',
  properties: {
    stability: { title: 'Stability', type: 'string', enum: [...stabilities] },
    description: { title: 'Description', type: 'string' },
    expires: { ...dateTime, title: 'Expiry' },
    actions: {
      title: 'Actions',
      type: 'array',
      items: closedObject('Action', {
        name: text,
        title: text,
        context: { type: 'string', enum: ['provisioner', 'worker-type', 'worker'] },
        url: text,
        method: { type: 'string', enum: ['POST', 'PUT', 'DELETE', 'PATCH'] },
        description: text,
      }),
    },
  },
  additionalProperties: false,
})
