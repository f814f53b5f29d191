import { defineMethod } from '../api/defineMethod'
import { pageQuery } from '../api/pages'
import { listProvisionersResponse } from '../schemas/listProvisionersResponse'
import { listProvisioners as list } from '../taskQueues/provisioners'

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
