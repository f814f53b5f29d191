import { defineMethod } from '@/lib/queue/api/defineMethod'
import { provisionerResponse } from '@/lib/queue/schemas/provisionerResponse'
import { findProvisioner } from '@/lib/queue/taskQueues/provisioners'

export const getProvisioner = defineMethod({
  name: 'getProvisioner',
  method: 'get',
  route: '/provisioners/<provisionerId>',
  scopes: 'queue:get-provisioner:<provisionerId>',
  output: provisionerResponse,
  stability: 'deprecated',
  category: 'Worker Metadata',
  title: 'Get a provisioner',
  description: 'What follows for a provisioner from its task queues.',
  handle: ({ params: { provisionerId = '' }, store, now }) => findProvisioner(store, provisionerId, now),
})
