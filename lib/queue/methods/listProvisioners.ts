import { defineMethod } from '@/lib/queue/api/defineMethod'
import { pageQuery } from '@/lib/queue/api/pages'
import { listProvisionersResponse } from '@/lib/queue/schemas/listProvisionersResponse'
import { listProvisioners as list } from '@/lib/queue/taskQueues/provisioners'

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
