import { ApiError } from '@/lib/queue/api/apiError'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import type { Method } from '@/lib/queue/api/method'
import { pageQuery } from '@/lib/queue/api/parameters'
import {
  createWorkerPoolRequest,
  listProvidersResponse,
  listWorkerPoolsResponse,
  updateWorkerPoolRequest,
  workerPoolResponse,
} from '@/lib/queue/schemas/workerPools'
import { changePool, insertPool } from '@/lib/queue/workerPools/changePool'
import { checkPoolRequest, embeddedProviders, nullProvider } from '@/lib/queue/workerPools/checkPoolRequest'
import { listPools, readWorkerPool, workerPoolAnswer } from '@/lib/queue/workerPools/workerPool'

const common = { route: '/worker-pool/<workerPoolId>', plainSlash: true, category: 'Worker Pools' }
const definitionScopes = {
  AllOf: ['worker-manager:manage-worker-pool:<workerPoolId>', 'worker-manager:provider:<providerId>'],
}

/** Worker pools, as worker-manager has them. */
export const workerPoolMethods: Method[] = [
  defineMethod({
    ...common,
    name: 'createWorkerPool',
    method: 'put',
    scopes: definitionScopes,
    input: createWorkerPoolRequest,
    output: workerPoolResponse,
    stability: 'stable',
    title: 'Create a worker pool',
    description: 'Makes a worker pool. The same definition again is answered as at first, another one is refused.',
    async handle(call) {
      const { params, store, now } = call
      const { workerPoolId = '' } = params
      return workerPoolAnswer(await insertPool(store, workerPoolId, await checkPoolRequest(call), now))
    },
  }),
  defineMethod({
    ...common,
    name: 'updateWorkerPool',
    method: 'post',
    scopes: definitionScopes,
    input: updateWorkerPoolRequest,
    output: workerPoolResponse,
    stability: 'experimental',
    title: 'Update a worker pool',
    description: 'Replaces the definition of a worker pool. With the provider `null-provider` it is to go.',
    async handle(call) {
      const { params, payload, store, now } = call
      const { workerPoolId = '' } = params
      const { definition, who } = await checkPoolRequest(call)
      if (payload.workerPoolId !== undefined && payload.workerPoolId !== workerPoolId) {
        throw new ApiError('InputError', 'Incorrect workerPoolId in request body')
      }
      const change = { change: definition, action: 'worker-pool.updated', who, now }
      return workerPoolAnswer(await changePool(store, workerPoolId, change))
    },
  }),
  defineMethod({
    ...common,
    name: 'deleteWorkerPool',
    method: 'delete',
    scopes: 'worker-manager:manage-worker-pool:<workerPoolId>',
    output: workerPoolResponse,
    stability: 'stable',
    title: 'Delete a worker pool',
    description: 'Marks a worker pool as one that is to go: its provider becomes `null-provider`.',
    async handle({ params: { workerPoolId = '' }, store, now, authenticate }) {
      const caller = await authenticate()
      const who = caller.status === 'auth-success' ? caller.clientId : 'anonymous'
      const change = { change: { providerId: nullProvider }, action: 'worker-pool.deleted', who, now }
      return workerPoolAnswer(await changePool(store, workerPoolId, change))
    },
  }),
  defineMethod({
    ...common,
    name: 'workerPool',
    method: 'get',
    scopes: 'worker-manager:get-worker-pool:<workerPoolId>',
    output: workerPoolResponse,
    stability: 'stable',
    title: 'Get a worker pool',
    description: 'The definition of a worker pool, and how many workers it has: none here.',
    async handle({ params: { workerPoolId = '' }, store }) {
      const pool = await readWorkerPool(store.database, workerPoolId)
      if (pool !== undefined) return workerPoolAnswer(pool)
      throw new ApiError('ResourceNotFound', 'Worker pool does not exist')
    },
  }),
  defineMethod({
    name: 'listWorkerPools',
    method: 'get',
    route: '/worker-pools',
    category: 'Worker Pools',
    query: pageQuery,
    scopes: 'worker-manager:list-worker-pools',
    output: listWorkerPoolsResponse,
    stability: 'stable',
    title: 'List all worker pools',
    description: 'A page of worker pools; `continuationToken` asks for the next one.',
    async handle({ query, store }) {
      const { pools, ...rest } = await listPools(store, query)
      return { workerPools: pools.map(workerPoolAnswer), ...rest }
    },
  }),
]

export const listProviders = defineMethod({
  name: 'listProviders',
  method: 'get',
  route: '/providers',
  query: { continuationToken: /^[0-9]+$/, limit: /^[0-9]+$/ },
  scopes: 'worker-manager:list-providers',
  output: listProvidersResponse,
  stability: 'stable',
  category: 'Providers',
  title: 'List the providers',
  description: 'The providers that worker pools may name: one of each type, by the name of the type.',
  handle({ query }) {
    const all = [...embeddedProviders].map(([providerId, { providerType }]) => ({ providerId, providerType }))
    const start = Number(query.continuationToken ?? 0)
    const end = start + Number(query.limit ?? 100)
    return {
      providers: all.slice(start, end),
      ...(end < all.length ? { continuationToken: String(end) } : {}),
    }
  },
})
