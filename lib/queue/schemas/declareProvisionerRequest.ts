import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, dateTime, stabilities } from './common'

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
