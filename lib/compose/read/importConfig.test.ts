import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { JsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { importConfig, startConfig } from './importConfig'

const catalog = loadCatalog()

function file(config: JsonObject, transforms?: string[]): string {
  return stringify({
    ...(transforms ? { transforms } : {}),
    config: {
      engine: 'mock',
      engines: { mock: {} },
      plugins: {},
      temporaryFolder: '/mnt/tasks',
      minimumDiskSpace: 0,
      minimumMemory: 0,
      monitor: { logLevel: 'info' },
      webHookServer: { provider: 'localhost' },
      credentials: { clientId: 'c', accessToken: '-test-access-token-------' },
      worker: {
        provisionerId: 'proj',
        workerType: 'one',
        workerGroup: 'g',
        workerId: 'w',
        pollingInterval: 1,
        reclaimOffset: 300,
        minimumReclaimDelay: 30,
        concurrency: 1,
      },
      ...config,
    },
  })
}

function imported(text: string, environment?: Record<string, string>) {
  const result = importConfig(text, { catalog, file: 'c.yml', ...(environment ? { environment } : {}) })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { ...result.value, problems: result.problems }
}

describe('importConfig', () => {
  it('puts references in place of secrets and says so', () => {
    const text = file({
      plugins: { relengapi: { token: 'open sesame' }, artifacts: { privateKey: '' } },
      webHookServer: {
        provider: 'stateless-dns',
        serverIp: '1.2.3.4',
        serverPort: 1,
        statelessDNSSecret: 's3',
        statelessDNSDomain: 'd',
      },
    })
    const { design, problems } = imported(text)
    const document = JSON.stringify(design)
    for (const secret of ['open sesame', '-test-access-token-------', 's3']) expect(document).not.toContain(secret)
    expect(design.plugins).toEqual({ relengapi: { token: { $env: 'RELENGAPI_TOKEN' } }, artifacts: { privateKey: '' } })
    expect(problems.map(({ code, path }) => ({ code, path }))).toEqual([
      { code: 'secret-replaced', path: 'plugins.relengapi.token' },
      { code: 'secret-replaced', path: 'settings.credentials.accessToken' },
      { code: 'secret-replaced', path: 'settings.webHookServer.statelessDNSSecret' },
    ])
    expect(composeWorkerType(design, catalog).workerConfig).toMatchObject({ transforms: ['env'] })
  })

  it('is not strict, keeps what is off, and reads base URLs of one deployment as its rootUrl', () => {
    const { design } = imported(
      file({
        plugins: {
          disabled: ['env'],
          env: {},
          cache: { purgeCacheBaseUrl: 'https://tc.example.com/api/purge-cache/v1' },
        },
        queueBaseUrl: 'https://tc.example.com/api/queue/v1',
        authBaseUrl: 'https://tc.example.com/api/auth/v1',
      }),
    )
    expect(design).toMatchObject({ strict: false, disabledPlugins: ['env'], rootUrl: 'https://tc.example.com' })
    expect(design.plugins).toEqual({ env: {}, cache: {} })
    expect(design.settings.queueBaseUrl).toBeUndefined()
    const other = imported(file({ queueBaseUrl: 'http://a/v1', authBaseUrl: 'http://b/v1' })).design
    expect(other.rootUrl).toBeUndefined()
    expect(other.settings.queueBaseUrl).toBe('http://a/v1')
  })

  it('reads the first of several documents, as the worker does, and says where the next begins', () => {
    const text = file({})
    const { design, problems } = imported(`${text}---\n${file({ engine: 'native' })}`)
    expect(design.engine.name).toBe('mock')
    const line = text.split('\n').length
    expect(problems).toMatchObject([
      { code: 'document-ignored', severity: 'warning', line, column: 1 },
      { code: 'secret-replaced' },
    ])
  })

  it('keeps references, and takes samples from an environment, but never of secrets', () => {
    const text = file(
      {
        engine: { $env: 'ENGINE' },
        plugins: { relengapi: { token: { $env: 'TOKEN' } }, env: { extra: { $env: 'EXTRA', type: 'json' } } },
      },
      ['env'],
    )
    const open = imported(text)
    expect(composeWorkerType(open.design, catalog).problems).toMatchObject([
      { code: 'sample-needed', path: 'engine.name' },
    ])
    const { design } = imported(text, { ENGINE: 'mock', TOKEN: 'hush', EXTRA: '{"A":"1"}', OTHER: 'x' })
    expect(design.samples).toEqual({ ENGINE: 'mock', EXTRA: '{"A":"1"}' })
    const composition = composeWorkerType(design, catalog)
    expect(composition.problems.filter((problem) => problem.severity === 'error')).toEqual([])
    expect(composition.engine).toBe('mock')
    expect(composition.workerConfig).toMatchObject({ config: { engine: { $env: 'ENGINE' }, engines: { mock: {} } } })
  })

  it.each([
    ['no object', '- a', 'document-unknown', ''],
    ['no configuration', 'a: 1', 'document-unknown', ''],
    ['no config', 'transforms: [env]', 'config-invalid', 'config'],
    ['a config that is none', 'config: 5', 'config-invalid', 'config'],
    [
      'an unlisted transform',
      file({ temporaryFolder: { $env: 'X' } }),
      'transform-not-listed',
      'config.temporaryFolder',
    ],
    [
      'a bad reference',
      file({ temporaryFolder: { $secret: 'a' } }, ['secrets']),
      'reference-invalid',
      'config.temporaryFolder',
    ],
    [
      'a reference of a wrong type',
      file({ temporaryFolder: { $env: 5 } }, ['env']),
      'reference-invalid',
      'config.temporaryFolder',
    ],
    ['an unknown transform', file({}, ['nosuch']), 'config-invalid', 'transforms[0]'],
    [
      'plugins that nobody knows',
      file({ plugins: { $env: 'P', type: 'json' } }, ['env']),
      'sample-needed',
      'config.plugins',
    ],
    [
      'a list of disabled plugins that nobody knows',
      file({ plugins: { disabled: { $env: 'P', type: 'list' } } }, ['env']),
      'sample-needed',
      'config.plugins.disabled',
    ],
    [
      'a disabled plugin that nobody knows',
      file({ plugins: { disabled: ['env', { $env: 'P' }] } }, ['env']),
      'sample-needed',
      'config.plugins.disabled',
    ],
    [
      'disabled plugins that are no list',
      file({ plugins: { disabled: 'env' } }),
      'config-invalid',
      'config.plugins.disabled',
    ],
    ['a missing engine entry', file({ engines: {} }), 'config-invalid', 'config.engines.mock'],
  ])('refuses %s with its place', (_, text, code, path) => {
    const result = importConfig(text, { catalog })
    expect(result.ok).toBe(false)
    expect(result.problems).toMatchObject([{ code, path }])
  })

  it('keeps a list of transforms that is not just what the references need', () => {
    const { design } = imported(file({ temporaryFolder: { $abs: 'x' } }, ['abs', 'packet']))
    expect(design.transforms).toEqual(['env', 'abs', 'packet'])
    const usual = imported(file({ temporaryFolder: { $env: 'X' } }, ['env']))
    expect(usual.design.transforms).toBeUndefined()
  })
})

describe('startConfig', () => {
  it('replaces references as the worker does when it starts', () => {
    const text = file({ minimumMemory: { $env: 'M', type: 'number' }, temporaryFolder: { $env: 'GONE' } }, ['env'])
    const result = startConfig(text, { catalog, environment: { M: '5' } })
    if (!result.ok) throw new Error('refused')
    expect(result.value.design.settings).toMatchObject({ minimumMemory: 5, temporaryFolder: '' })
    expect(startConfig(text, { catalog, environment: { M: 'x' } }).problems).toMatchObject([
      { code: 'reference-value-invalid', path: 'config.minimumMemory', line: expect.any(Number) },
    ])
  })
})
