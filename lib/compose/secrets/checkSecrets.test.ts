import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { checkSecrets } from './checkSecrets'

const worker = loadCatalog().workers['taskcluster-worker']
if (worker === undefined) throw new Error('there is no taskcluster-worker')
const check = (plugins: Record<string, JsonValue>, members: Partial<Design> = {}, engine = 'mock') =>
  checkSecrets(exampleDesign(engine, plugins, members), worker).map(({ path, component }) => `${path} (${component})`)
const token = (value: JsonValue) => ({ relengapi: { token: value } })
const credentials = (value: JsonObject) => ({ settings: { credentials: value } })

describe('checkSecrets', () => {
  it.each<[string, Record<string, JsonValue>, Partial<Design>?]>([
    ['references', token({ $env: 'A' })],
    ['references with a type', token({ $env: 'A', type: 'string' })],
    ['secrets of the service', token({ $secret: 'a', key: 'b' })],
    ['an empty text', token('')],
    ['what is no secret', { relengapi: { domain: 'example.com' } }],
    ['credentials from the host', {}, credentials({ $hostcredentials: ['http://a/'] })],
    ['an unknown plugin', { nosuch: { token: 'x' } }],
    ['a configuration of a wrong type', { relengapi: 'x' }],
    ['a sample of another variable', token({ $env: 'A' }), { samples: { B: 'x' } }],
    ['an empty sample', token({ $env: 'A' }), { samples: { A: '' } }],
  ])('lets %s pass', (_, plugins, members) => {
    expect(check(plugins, members)).toEqual([])
  })

  it.each<[string, Record<string, JsonValue>, Partial<Design>, string[]]>([
    ['a text', token('hush'), {}, ['plugins.relengapi.token (plugin relengapi)']],
    [
      'a text in a plugin that is off',
      token('hush'),
      { disabledPlugins: ['relengapi'] },
      ['plugins.relengapi.token (plugin relengapi)'],
    ],
    ['what is no text', token(5), {}, ['plugins.relengapi.token (plugin relengapi)']],
    [
      'a reference with more in it',
      token({ $env: 'A', note: 'hush' }),
      {},
      ['plugins.relengapi.token (plugin relengapi)'],
    ],
    [
      'a reference that leads to no secret',
      token({ $abs: 'hush' }),
      {},
      ['plugins.relengapi.token (plugin relengapi)'],
    ],
    [
      'credentials',
      {},
      credentials({ clientId: 'c', accessToken: 'hush', certificate: 'hush' }),
      [
        'settings.credentials.accessToken (worker taskcluster-worker)',
        'settings.credentials.certificate (worker taskcluster-worker)',
      ],
    ],
    [
      'a secret of another engine',
      {},
      { otherEngines: { qemu: { network: { vpnConnections: [{ tlsKey: 'hush' }] } } } },
      ['otherEngines.qemu.network.vpnConnections[0].tlsKey (engine qemu)'],
    ],
    ['a sample', token({ $env: 'A' }), { samples: { A: 'hush' } }, ['samples.A (plugin relengapi)']],
    [
      'a sample with a secret in it',
      { relengapi: { $env: 'A', type: 'json' } },
      { samples: { A: { token: 'hush' } } },
      ['samples.A (plugin relengapi)'],
    ],
    [
      'a sample of credentials',
      {},
      { ...credentials({ $env: 'A', type: 'json' }), samples: { A: '{"accessToken": "hush"}' } },
      ['samples.A (worker taskcluster-worker)'],
    ],
  ])('finds %s', (_, plugins, members, expected) => {
    expect(check(plugins, members)).toEqual(expected)
  })

  it('does not repeat the secret', () => {
    const design = exampleDesign('mock', token('hush'), { samples: { A: 'hush' } })
    expect(JSON.stringify(checkSecrets(design, worker))).not.toContain('hush')
  })

  it('names what can stand at the place', () => {
    const help = (plugins: Record<string, JsonValue>, members: Partial<Design> = {}) =>
      checkSecrets(exampleDesign('mock', plugins, members), worker).map((problem) => problem.help)
    expect(help(token('hush'))).toEqual(['Write a reference instead: {$env: NAME}, or {$secret: NAME, key: KEY}.'])
    expect(help({}, credentials({ clientId: 'c', accessToken: 'hush' }))).toEqual([
      'Write a reference instead: {$env: NAME}.',
    ])
    expect(help(token({ $env: 'A' }), { samples: { A: 'x' } })).toEqual([
      'Leave it out: composing takes secrets as set.',
    ])
  })
})
