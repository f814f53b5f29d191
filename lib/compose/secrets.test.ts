import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { arbitraryDesign } from '@/lib/lifecycle/testing/arbitraryDesign'
import { composeWorkerType } from './composeWorkerType'
import type { Design } from './design/design'
import { formatDesign } from './design/formatDesign'
import { importConfig, samplesFrom, startConfig } from './read/importConfig'
import { exampleDesign } from './testing/exampleDesign'

const catalog = loadCatalog()
const worker = catalog.workers['taskcluster-worker']
if (!worker) throw new Error('the catalog lacks the worker')

const dns: JsonObject = {
  provider: 'stateless-dns',
  serverIp: '1.2.3.4',
  serverPort: 443,
  statelessDNSSecret: { $env: 'SECRET' },
  statelessDNSDomain: 'example.com',
  tlsKey: { $env: 'SECRET' },
}
const vpn: JsonObject = {
  remote: 'vpn.example.com',
  cipher: 'AES-256-CBC',
  protocol: 'udp',
  routes: ['10.0.0.0'],
  username: 'me',
  password: { $env: 'SECRET' },
  key: { $env: 'SECRET' },
  tlsKey: { $env: 'SECRET' },
}

/** A design with a reference `{$env: SECRET}` at places of secrets, of all engines and plugins. */
function withSecrets(design: Design): Design {
  const credentials = { clientId: 'c', accessToken: { $env: 'SECRET' }, certificate: { $env: 'SECRET' } }
  const qemu = {
    network: { subnets: 1, vpnConnections: [vpn, vpn] },
    limits: { maxMemory: 1, maxCPUs: 1, defaultThreads: 1 },
  }
  const settings = { ...design.settings, credentials, webHookServer: dns }
  return {
    ...design,
    settings,
    ...(design.engine.name === 'qemu' ? { engine: { name: 'qemu', config: qemu } } : { otherEngines: { qemu } }),
    plugins: {
      ...design.plugins,
      artifacts: { privateKey: { $env: 'SECRET' } },
      relengapi: { token: { $env: 'SECRET' } },
    },
  }
}

/** Puts a literal in place of each `{$env: SECRET}`. */
function plant(value: JsonValue, planted: string[]): JsonValue {
  if (Array.isArray(value)) return value.map((item) => plant(item, planted))
  if (!isJsonObject(value)) return value
  if (value.$env === 'SECRET') {
    planted.push(`planted-secret-number-${planted.length}-`)
    return planted.at(-1) ?? ''
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plant(member, planted)]))
}

function imported(text: string, environment?: Record<string, string>) {
  const result = importConfig(text, { catalog, ...(environment ? { environment } : {}) })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { design: result.value.design, problems: result.problems }
}

const errors = (design: Design) =>
  composeWorkerType(design, catalog)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`)

describe('importing a configuration', () => {
  it.each(Object.keys(worker.engines))('leaves no secret in the design of any %s worker', (engine) => {
    fc.assert(
      fc.property(arbitraryDesign(worker, engine), (one) => {
        const planted: string[] = []
        const file = plant(composeWorkerType(withSecrets(one), catalog).workerConfig, planted)
        const { design, problems } = imported(JSON.stringify(file))
        const text = `${formatDesign(design)}${JSON.stringify(problems)}`
        expect(planted.filter((secret) => text.includes(secret))).toEqual([])
        expect(planted.length).toBeGreaterThan(9)
        const variables = problems.flatMap(({ code, help }) => (code === 'secret-replaced' ? [help] : []))
        expect(new Set(variables).size).toBe(planted.length)
        expect(errors(design).filter((error) => error.startsWith('secret'))).toEqual([])
      }),
      { numRuns: 6 },
    )
  })

  const file = (members: JsonObject, transforms?: string[]) => {
    const { workerConfig } = composeWorkerType(exampleDesign('mock', {}), catalog)
    const config = isJsonObject(workerConfig) && isJsonObject(workerConfig.config) ? workerConfig.config : {}
    const all = { ...config, credentials: { clientId: 'c', accessToken: 'hush-hush-hush-hush-hush' }, ...members }
    return JSON.stringify({ ...(transforms ? { transforms } : {}), config: all })
  }

  it('names variables after the place, each its own, and none that is in use', () => {
    const { design } = imported(
      file({ plugins: { relengapi: { token: 'hush' }, logprefix: { host: { $env: 'RELENGAPI_TOKEN' } } } }, ['env']),
    )
    expect(design.plugins.relengapi).toEqual({ token: { $env: 'RELENGAPI_TOKEN_2' } })
    expect(design.settings.credentials).toMatchObject({ accessToken: { $env: 'TASKCLUSTER_ACCESS_TOKEN' } })
  })

  it.each<[string, JsonValue, JsonValue]>([
    ['a secret beside the key of a reference', { $env: 'A', fallback: 'hush' }, { $env: 'A' }],
    ['a secret that is called a path', { $abs: 'hush' }, { $env: 'RELENGAPI_TOKEN' }],
    ['a secret of a wrong type', { value: ['hush'] }, { $env: 'RELENGAPI_TOKEN' }],
    ['a reference', { $env: 'A', type: 'string' }, { $env: 'A', type: 'string' }],
    ['a secret of the secrets service', { $secret: 'a', key: 'b' }, { $secret: 'a', key: 'b' }],
    ['an empty text', '', ''],
  ])('takes %s', (_, token, expected) => {
    const { design } = imported(file({ plugins: { relengapi: { token } } }, ['env', 'abs', 'secrets']))
    expect(design.plugins.relengapi).toEqual({ token: expected })
  })

  it('has new references replaced before secrets are fetched', () => {
    const plugins = { relengapi: { token: { $secret: 'a', key: 'b' } } }
    const config = (transforms: string[]) =>
      composeWorkerType(imported(file({ plugins }, transforms)).design, catalog).workerConfig
    expect(config(['secrets'])).toMatchObject({ transforms: ['env', 'secrets'] })
    expect(config(['secrets', 'env'])).toMatchObject({ transforms: ['env', 'secrets'] })
    expect(config(['packet', 'secrets'])).toMatchObject({ transforms: ['env', 'packet', 'secrets'] })
  })

  it('samples no variable that a secret is in', () => {
    const environment = {
      CREDENTIALS: '{"clientId": "c", "accessToken": "hush-hush-hush-hush-hush"}',
      TOKEN: 'hush',
      FOLDER: '/tmp',
      HOOK: '{"provider": "localhost"}',
      UNUSED: 'hush',
    }
    const { design } = imported(
      file(
        {
          credentials: { $env: 'CREDENTIALS', type: 'json' },
          webHookServer: { $env: 'HOOK', type: 'json' },
          temporaryFolder: { $env: 'FOLDER' },
          plugins: { relengapi: { token: { $env: 'TOKEN' } }, logprefix: { token: { $env: 'TOKEN' } } },
        },
        ['env'],
      ),
      environment,
    )
    expect(design.samples).toEqual({ FOLDER: '/tmp' })
  })
})

describe('a design', () => {
  const relengapi = (token: JsonValue, members: Partial<Design> = {}) =>
    exampleDesign('native', { relengapi: { token } }, members)

  it.each<[string, Design, string[]]>([
    ['a reference', relengapi({ $env: 'A' }), []],
    ['a secret of the secrets service', relengapi({ $secret: 'a', key: 'b' }), []],
    ['a text', relengapi('hush'), ['secret-in-design plugins.relengapi.token']],
    [
      'a text beside a reference',
      relengapi({ $env: 'A', fallback: 'hush' }),
      ['secret-in-design plugins.relengapi.token'],
    ],
    ['a path', relengapi({ $abs: 'hush' }), ['secret-in-design plugins.relengapi.token']],
    ['a sample', relengapi({ $env: 'A' }, { samples: { A: 'hush' } }), ['secret-in-design samples.A']],
    [
      'a sample around it',
      exampleDesign('native', { relengapi: { $env: 'A', type: 'json' } }, { samples: { A: '{"token": "hush"}' } }),
      ['secret-in-design samples.A'],
    ],
    [
      'a plugin that is off',
      relengapi('hush', { disabledPlugins: ['relengapi'] }),
      ['secret-in-design plugins.relengapi.token'],
    ],
    [
      'an engine that is not selected',
      exampleDesign(
        'native',
        {},
        {
          otherEngines: {
            qemu: {
              network: { subnets: 1, vpnConnections: [{ ...vpn, password: 'hush' }] },
              limits: { maxMemory: 1, maxCPUs: 1, defaultThreads: 1 },
            },
          },
        },
      ),
      ['secret-in-design otherEngines.qemu.network.vpnConnections[0].password'],
    ],
    ['no worker that is known', { ...relengapi('hush'), worker: 'other' }, ['unknown-worker worker']],
  ])('is judged by where it has %s', (_, design, expected) => {
    expect(errors(design)).toEqual(expected)
  })

  it('still shows what it would come to', () => {
    expect(composeWorkerType(relengapi('hush'), catalog).effectiveSchema).toBeDefined()
  })

  it('shows no secret in what is wrong with it', () => {
    const { settings } = exampleDesign('native', {})
    const design = exampleDesign(
      'native',
      {},
      { settings: { ...settings, credentials: { clientId: 'c', accessToken: 'hush hush' } } },
    )
    const { problems } = composeWorkerType(design, catalog)
    const { message } = problems.find(({ path }) => path === 'settings.credentials.accessToken') ?? {}
    expect(message).toMatch(/^Must match pattern `[^`]+`\.$/)
    expect(JSON.stringify(problems)).not.toContain('hush')
  })

  it('of a running worker may hold them', () => {
    const { workerConfig } = composeWorkerType(relengapi({ $env: 'A' }), catalog)
    const environment = { A: 'hush', TASKCLUSTER_ACCESS_TOKEN: 'hush-hush-hush-hush-hush' }
    const started = startConfig(JSON.stringify(workerConfig), { catalog, environment })
    if (!started.ok) throw new Error('refused')
    const { design } = started.value
    expect(design.plugins.relengapi).toEqual({ token: 'hush' })
    const { problems } = composeWorkerType(design, catalog, { holdsSecrets: true })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('samplesFrom', () => {
  it('takes what a design reads, the identity and the engine too', () => {
    const design = exampleDesign(
      'native',
      { env: { extra: { $env: 'EXTRA', type: 'json' } } },
      {
        provisionerId: { $env: 'PROVISIONER' },
        engine: { name: { $env: 'ENGINE' }, config: {} },
        otherEngines: { native: { createUser: { $env: 'USER_EACH', type: 'bool' } } },
      },
    )
    const environment = {
      EXTRA: '{}',
      PROVISIONER: 'p',
      ENGINE: 'native',
      USER_EACH: 'true',
      OTHER: 'x',
      constructor: 'y',
    }
    expect(samplesFrom(environment, design, catalog)).toEqual({
      ENGINE: 'native',
      EXTRA: '{}',
      PROVISIONER: 'p',
      USER_EACH: 'true',
    })
    expect(samplesFrom(environment, { ...design, worker: 'other' }, catalog)).toEqual({})
  })
})
