import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { baseUrlMembers, commonRootUrl, withBaseUrls, withoutBaseUrls } from './baseUrls'

const worker = loadCatalog().workers['taskcluster-worker']
const cache = worker?.plugins.cache
const env = worker?.plugins.env
if (!worker || !cache || !env) throw new Error('the catalog lacks an entry')

const both = (queue: string, auth: string): JsonObject => ({
  queueBaseUrl: `${queue}/api/queue/v1`,
  authBaseUrl: `${auth}/api/auth/v1`,
})

describe('base URLs', () => {
  it('are members that the catalog marks', () => {
    expect(baseUrlMembers(worker.worker)).toEqual([
      ['queueBaseUrl', 'queue'],
      ['authBaseUrl', 'auth'],
    ])
    expect(baseUrlMembers(cache)).toEqual([['purgeCacheBaseUrl', 'purge-cache']])
    expect(baseUrlMembers(env)).toEqual([])
  })

  it.each(['https://tc.example.com', 'https://tc.example.com/', 'http://127.0.0.1:8080'])(
    'follow from %s',
    (rootUrl) => {
      const root = rootUrl.replace(/\/$/, '')
      expect(withBaseUrls({ temporaryFolder: '/t' }, worker.worker, rootUrl)).toEqual({
        temporaryFolder: '/t',
        ...both(root, root),
      })
      expect(withoutBaseUrls(both(root, root), worker.worker, rootUrl)).toEqual({})
      expect(commonRootUrl(both(root, root), worker.worker)).toBe(root)
    },
  )

  it('that are there stay', () => {
    const own = { queueBaseUrl: 'http://elsewhere/v1' }
    expect(withBaseUrls(own, worker.worker, 'https://a')).toEqual({ ...own, authBaseUrl: 'https://a/api/auth/v1' })
    expect(withoutBaseUrls({ ...both('https://b', 'https://a') }, worker.worker, 'https://a')).toEqual({
      queueBaseUrl: 'https://b/api/queue/v1',
    })
    const reference = { $env: 'CACHE', type: 'json' }
    expect(withBaseUrls(reference, cache, 'https://a')).toBe(reference)
    expect(withBaseUrls(null, cache, 'https://a')).toBeNull()
  })

  it.each<[string, JsonObject]>([
    ['that differ', both('https://a', 'https://b')],
    ['of which one is missing', { queueBaseUrl: 'https://a/api/queue/v1' }],
    ['of another form', { queueBaseUrl: 'https://a/queue/v1', authBaseUrl: 'https://a/auth/v1' }],
    ['that only the worker knows', { queueBaseUrl: { $env: 'QUEUE' }, authBaseUrl: 'https://a/api/auth/v1' }],
    ['without a host', both('', '')],
  ])('%s have no root in common', (_, settings) => {
    expect(commonRootUrl(settings, worker.worker)).toBeUndefined()
  })
})
