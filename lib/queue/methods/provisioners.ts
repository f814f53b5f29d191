import { defineMethod } from '@/lib/queue/api/defineMethod'
import { pageQuery } from '@/lib/queue/api/parameters'
import {
  declareProvisionerRequest,
  listProvisionersResponse,
  provisionerResponse,
} from '@/lib/queue/schemas/provisioners'
import { findProvisioner, listProvisioners as list } from '@/lib/queue/taskQueues/provisioners'

export const listProvisioners = defineMethod({
  name: 'listProvisioners',
  method: 'get',
  route: '/provisioners',
  query: pageQuery,
  scopes: 'queue:list-provisioners',
  output: listProvisionersResponse,
  stability: 'deprecated',
  category: 'Worker Metadata',
  title: 'List all provisioners',
  description: 'A page of provisioners that have a task queue; `continuationToken` asks for the next one.',
  handle: ({ query, store, now }) => list(store, now, query),
})

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
