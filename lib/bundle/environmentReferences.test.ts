import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { environmentReferences } from './environmentFile'
import { workerConfig } from './testing/sampleComposition'

const settings: JsonObject = {
  credentials: { clientId: { $env: 'CLIENT_ID' }, accessToken: { $secret: 'name', key: 'token' } },
  list: [{ $env: 'B', type: 'json' }, { $env: 'A' }, { $env: 'A' }],
}

describe('environmentReferences', () => {
  it('finds each variable once, sorted', () => {
    expect(environmentReferences(workerConfig({ settings, transforms: ['secrets', 'env'] }))).toEqual([
      'A',
      'B',
      'CLIENT_ID',
    ])
  })

  it('does not look inside a reference, which the worker does not either', () => {
    const nested = { a: { $env: 'OUTER', other: { $env: 'INNER' } } }
    expect(environmentReferences(workerConfig({ settings: nested, transforms: ['env'] }))).toEqual(['OUTER'])
  })

  it('finds none where the transform is not listed', () => {
    expect(environmentReferences(workerConfig({ settings, transforms: ['secrets'] }))).toEqual([])
    expect(environmentReferences(workerConfig({ settings }))).toEqual([])
    expect(environmentReferences(null)).toEqual([])
  })
})
