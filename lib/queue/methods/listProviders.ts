import { defineMethod } from '@/lib/queue/api/defineMethod'
import { listProvidersResponse } from '@/lib/queue/schemas/workerPool'
import { embeddedProviders } from '@/lib/queue/workerPools/embeddedProviders'

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
