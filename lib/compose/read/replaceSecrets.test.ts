import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import type { Design } from '@/lib/compose/design/design'
import { checkSecrets } from '@/lib/compose/secrets/checkSecrets'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { replaceSecrets } from './replaceSecrets'

const catalog = loadCatalog()
const worker = catalog.workers['taskcluster-worker']
if (worker === undefined) throw new Error('there is no taskcluster-worker')
const design = (plugins: Record<string, JsonValue>, members: Partial<Design> = {}) =>
  exampleDesign('mock', plugins, members)
const replace = (plugins: Record<string, JsonValue>, members: Partial<Design> = {}) =>
  replaceSecrets(design(plugins, members), catalog)
const settings = (members: JsonObject): Partial<Design> => ({ settings: { ...design({}).settings, ...members } })
const token = (value: JsonValue) => ({ relengapi: { token: value } })

describe('replaceSecrets', () => {
  it.each<[string, JsonValue, JsonValue]>([
    ['a text', 'hush', { $env: 'RELENGAPI_TOKEN' }],
    ['what is no text', 5, { $env: 'RELENGAPI_TOKEN' }],
    ['an object', { a: 'hush' }, { $env: 'RELENGAPI_TOKEN' }],
    ['a reference with more in it', { $env: 'MINE', note: 'hush' }, { $env: 'MINE' }],
    [
      'a reference with a type and more',
      { $env: 'MINE', type: 'string', note: 'hush' },
      { $env: 'MINE', type: 'string' },
    ],
    ['a reference that is no way to a secret', { $abs: 'hush' }, { $env: 'RELENGAPI_TOKEN' }],
  ])('puts a reference in place of %s', (_, value, expected) => {
    const { design: made, problems } = replace(token(value))
    expect(made.plugins).toEqual(token(expected))
    expect(problems).toMatchObject([{ code: 'secret-replaced', severity: 'notice', path: 'plugins.relengapi.token' }])
    expect(JSON.stringify([made, problems])).not.toContain('hush')
  })

  it.each<[string, JsonValue]>([
    ['a reference to the environment', { $env: 'MINE' }],
    ['one with a type', { $env: 'MINE', type: 'string' }],
    ['a secret of the service', { $secret: 'a', key: 'b' }],
    ['an empty text', ''],
  ])('leaves %s', (_, value) => {
    const one = design(token(value))
    expect(replaceSecrets(one, catalog)).toEqual({ design: one, problems: [] })
  })

  it.each<[string, Partial<Design>, string, string]>([
    [
      'the access token',
      settings({ credentials: { clientId: 'c', accessToken: 'hush' } }),
      'settings.credentials.accessToken',
      'TASKCLUSTER_ACCESS_TOKEN',
    ],
    [
      'the certificate',
      settings({ credentials: { clientId: 'c', accessToken: { $env: 'T' }, certificate: 'hush' } }),
      'settings.credentials.certificate',
      'TASKCLUSTER_CERTIFICATE',
    ],
    [
      'a secret of the web hook server',
      settings({ webHookServer: { provider: 'stateless-dns', statelessDNSSecret: 'hush' } }),
      'settings.webHookServer.statelessDNSSecret',
      'WEB_HOOK_SERVER_STATELESS_DNS_SECRET',
    ],
    [
      'a secret in a list of the engine',
      { engine: { name: 'qemu', config: { network: { vpnConnections: [{}, { password: 'hush' }] } } } },
      'engine.config.network.vpnConnections[1].password',
      'ENGINE_NETWORK_VPN_CONNECTIONS_1_PASSWORD',
    ],
    [
      'a secret of another engine',
      { otherEngines: { qemu: { network: { vpnConnections: [{ key: 'hush' }] } } } },
      'otherEngines.qemu.network.vpnConnections[0].key',
      'OTHER_ENGINES_QEMU_NETWORK_VPN_CONNECTIONS_0_KEY',
    ],
  ])('names the variable of %s after its place', (_, members, path, variable) => {
    const { design: made, problems } = replace({}, members)
    expect(problems).toMatchObject([{ path, help: `Set ${variable} where the worker runs.` }])
    expect(JSON.stringify(made)).toContain(JSON.stringify({ $env: variable }))
    expect(JSON.stringify(made)).not.toContain('hush')
  })

  it('takes a name that nothing else reads', () => {
    const taken = { logprefix: { a: { $env: 'RELENGAPI_TOKEN' }, b: { $env: 'RELENGAPI_TOKEN_2' } }, ...token('hush') }
    expect(replace(taken).design.plugins.relengapi).toEqual({ token: { $env: 'RELENGAPI_TOKEN_3' } })
    const identity = replace(token('hush'), { workerType: { $env: 'RELENGAPI_TOKEN' } })
    expect(identity.design.plugins.relengapi).toEqual({ token: { $env: 'RELENGAPI_TOKEN_2' } })
  })

  it.each<[string, string[] | undefined, string[] | undefined]>([
    ['the usual ones', undefined, undefined],
    ['none', [], undefined],
    ['those that are needed now', ['env'], undefined],
    ['another one first', ['packet'], ['env', 'packet']],
    ['the environment later', ['packet', 'env'], ['env', 'packet']],
  ])('has the environment replaced first where the design lists %s', (_, transforms, expected) => {
    const { design: made } = replace(token('hush'), transforms === undefined ? {} : { transforms })
    expect(made.transforms).toEqual(expected)
    const untouched = replace(token({ $env: 'MINE' }), transforms === undefined ? {} : { transforms })
    expect(untouched.design.transforms).toEqual(transforms)
  })

  it('leaves designs of unknown workers and parts that nobody knows', () => {
    const other = design(token('hush'), { worker: 'other' })
    expect(replaceSecrets(other, catalog)).toEqual({ design: other, problems: [] })
    const unknown = design({ nosuch: { token: 'x' } }, { engine: { name: { $env: 'E' }, config: { key: 'x' } } })
    expect(replaceSecrets(unknown, catalog)).toEqual({ design: unknown, problems: [] })
  })

  it('leaves no secret that checkSecrets would find, and does so once', () => {
    const value = fc.constantFrom<JsonValue>(
      'hush',
      '',
      5,
      null,
      ['hush'],
      { $env: 'A' },
      { $env: 'A', x: 1 },
      { $secret: 'a', key: 'b' },
      { $abs: 'hush' },
    )
    const one = fc.record({ token: value, privateKey: value, accessToken: value, certificate: value, password: value })
    fc.assert(
      fc.property(one, ({ token: t, privateKey, accessToken, certificate, password }) => {
        const made = design(
          { relengapi: { token: t }, artifacts: { privateKey } },
          {
            ...settings({ credentials: { clientId: 'c', accessToken, certificate } }),
            otherEngines: { qemu: { network: { vpnConnections: [{ password }] } } },
          },
        )
        const first = replaceSecrets(made, catalog)
        expect(checkSecrets(first.design, worker)).toEqual([])
        expect(replaceSecrets(first.design, catalog)).toEqual({ design: first.design, problems: [] })
        expect(JSON.stringify(first)).not.toContain('hush')
      }),
    )
  })
})
