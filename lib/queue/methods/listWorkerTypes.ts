import { defineMethod } from '@/lib/queue/api/defineMethod'
import { pageQuery } from '@/lib/queue/api/pages'
import { listWorkerTypesResponse } from '@/lib/queue/schemas/listWorkerTypesResponse'
import { listTaskQueues } from '@/lib/queue/taskQueues/listTaskQueues'
import { workerTypeAnswer } from '@/lib/queue/taskQueues/taskQueue'

export const listWorkerTypes = defineMethod({
  name: 'listWorkerTypes',
  method: 'get',
  route: '/provisioners/<provisionerId>/worker-types',
  query: pageQuery,
  scopes: 'queue:list-worker-types:<provisionerId>',
  output: listWorkerTypesResponse,
  stability: 'deprecated',
  category: 'Worker Metadata',
  title: 'List the worker types of a provisioner',
  description: 'A page of worker types; `continuationToken` asks for the next one.',
  async handle({ params: { provisionerId = '' }, query, store, now }) {
    const { queues, ...rest } = await listTaskQueues(store, now, query, provisionerId)
    return { workerTypes: queues.map(workerTypeAnswer), ...rest }
  },
})
