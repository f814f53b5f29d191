import { defineMethod } from '@/lib/queue/api/defineMethod'
import { declareProvisionerRequest } from '@/lib/queue/schemas/declareProvisionerRequest'
import { provisionerResponse } from '@/lib/queue/schemas/provisionerResponse'
import { findProvisioner } from '@/lib/queue/taskQueues/provisioners'

export const declareProvisioner = defineMethod({
  name: 'declareProvisioner',
  method: 'put',
  route: '/provisioners/<provisionerId>',
  scopes: {
    AllOf: [{ for: 'property', in: 'properties', each: 'queue:declare-provisioner:<provisionerId>#<property>' }],
  },
  input: declareProvisionerRequest,
  output: provisionerResponse,
  stability: 'deprecated',
  category: 'Worker Metadata',
  title: 'Declare a provisioner',
  description:
    'Checks the declaration and keeps nothing of it: a provisioner exists as long as one of its task queues does.',
  async handle({ params: { provisionerId = '' }, payload, store, now, authorize }) {
    await authorize({ properties: Object.keys(payload) })
    return findProvisioner(store, provisionerId, now)
  },
})
