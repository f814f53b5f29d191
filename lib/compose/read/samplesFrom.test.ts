import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { samplesFrom } from './importConfig'

const environment = { NAME: 'x', OTHER: 'y', TOKEN: 'hush', TASKCLUSTER_ACCESS_TOKEN: 'hush', UNUSED: 'z', EMPTY: '' }
const samples = (plugins: Record<string, JsonValue>, members: Partial<Design> = {}, engine = 'mock') =>
  samplesFrom(environment, exampleDesign(engine, plugins, members), loadCatalog())

describe('samplesFrom', () => {
  it.each<[string, Record<string, JsonValue>, Partial<Design>, Record<string, string>]>([
    ['of a plugin', { logprefix: { a: { $env: 'NAME' } } }, {}, { NAME: 'x' }],
    [
      'of a plugin that is off',
      { logprefix: { a: { $env: 'NAME' } } },
      { disabledPlugins: ['logprefix'] },
      { NAME: 'x' },
    ],
    ['of a plugin that nobody knows', { other: { a: { $env: 'NAME' } } }, {}, { NAME: 'x' }],
    ['of the engine', {}, { engine: { name: { $env: 'NAME' }, config: {} } }, { NAME: 'x' }],
    [
      'of another engine',
      {},
      { otherEngines: { native: { createUser: { $env: 'OTHER', type: 'bool' } } } },
      { OTHER: 'y' },
    ],
    ['of the settings', {}, { settings: { temporaryFolder: { $env: 'NAME' } } }, { NAME: 'x' }],
    [
      'of the identity',
      {},
      { provisionerId: { $env: 'NAME' }, workerType: { $env: 'OTHER' } },
      { NAME: 'x', OTHER: 'y' },
    ],
    ['that are empty', { logprefix: { a: { $env: 'EMPTY' } } }, {}, { EMPTY: '' }],
    [
      'once, by name',
      { logprefix: { a: { $env: 'OTHER' }, b: { $env: 'NAME' }, c: { $env: 'OTHER' } } },
      {},
      { NAME: 'x', OTHER: 'y' },
    ],
    ['that the environment does not have', { logprefix: { a: { $env: 'GONE' }, b: { $env: 'toString' } } }, {}, {}],
    ['of references without a name', { logprefix: { a: { $env: 5 } } }, {}, {}],
    ['of other references', { logprefix: { a: { $secret: 'NAME', key: 'OTHER' } } }, {}, {}],
    ['of secrets', { relengapi: { token: { $env: 'TOKEN' } } }, {}, {}],
    [
      'of secrets that are used elsewhere too',
      { relengapi: { token: { $env: 'TOKEN' } }, logprefix: { a: { $env: 'TOKEN' } } },
      {},
      {},
    ],
    ['with a secret in them', { relengapi: { $env: 'NAME', type: 'json' } }, {}, {}],
    ['with the credentials in them', {}, { settings: { credentials: { $env: 'NAME', type: 'json' } } }, {}],
  ])('takes values %s', (_, plugins, members, expected) => {
    const found = samples(plugins, members)
    expect(found).toEqual(expected)
    expect(Object.keys(found)).toEqual(Object.keys(expected))
  })

  it('takes none for a worker that nobody knows', () => {
    expect(samples({ logprefix: { a: { $env: 'NAME' } } }, { worker: 'other' })).toEqual({})
    expect(samples({ logprefix: { a: { $env: 'NAME' } } }, { worker: 'toString' })).toEqual({})
  })
})
