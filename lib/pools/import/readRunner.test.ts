import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { readRunner } from './readRunner'

describe('a file of worker-runner', () => {
  const runner = (provider: JsonObject, more: JsonObject = {}): JsonObject => ({
    provider,
    worker: { implementation: 'generic-worker', path: '/gw', configPath: '/c' },
    ...more,
  })

  it('has all of a standalone worker, less what each host says', () => {
    const provider = { providerType: 'standalone', workerPoolID: 'proj/ci', accessToken: 'secret', workerGroup: 'rack' }
    const found = readRunner(runner(provider, { workerConfig: { capacity: 2 }, getSecrets: false }))
    expect(found).toMatchObject({
      ok: true,
      value: {
        workerPoolId: 'proj/ci',
        config: { capacity: 2 },
        pool: {
          provider: 'standalone',
          config: { runner: { path: '/gw', configPath: '/c', getSecrets: false, workerGroup: 'rack' } },
        },
      },
    })
    expect(JSON.stringify(found)).not.toContain('secret')
    expect(found.problems).toMatchObject([{ code: 'runner-host-value', path: 'provider.accessToken' }])
  })

  it.each<[string, JsonValue, string, string]>([
    ['no file of worker-runner', {}, 'runner-unreadable', ''],
    ['another provider', runner({ providerType: 'aws-provisioner' }), 'runner-unreadable', 'provider.providerType'],
    [
      'another worker',
      { provider: { providerType: 'aws' }, worker: { implementation: 'docker-worker' } },
      'not-generic-worker',
      'worker.implementation',
    ],
    ['a key too many', runner({ providerType: 'standalone' }, { more: 1 }), 'pool-not-understood', 'more'],
    ['the part of a pool', runner({ providerType: 'aws' }), 'runner-part-only', 'workerConfig'],
  ])('tells of %s', (_, value, code, path) => {
    expect(readRunner(value).problems).toMatchObject([{ code, path }])
  })

  it.each(['accessToken', 'certificate'])('leaves %s where it is, also in the configuration', (name) => {
    for (const providerType of ['standalone', 'static', 'aws']) {
      const found = readRunner(runner({ providerType }, { workerConfig: { [name]: 'secret', capacity: 2 } }))
      expect(JSON.stringify(found)).not.toContain('"secret"')
      expect(JSON.stringify(found)).toContain('"capacity":2')
      expect(found.problems).toContainEqual(
        expect.objectContaining({ code: 'runner-host-value', path: `workerConfig.${name}` }),
      )
    }
  })

  it.each<[string, JsonObject, string]>([
    ['cacheOverRestarts', runner({ providerType: 'standalone' }, { cacheOverRestarts: 1 }), 'cacheOverRestarts'],
    ['getSecrets', runner({ providerType: 'standalone' }, { getSecrets: 'yes' }), 'getSecrets'],
    ['workerConfig', runner({ providerType: 'standalone' }, { workerConfig: [] }), 'workerConfig'],
    ['workerGroup', runner({ providerType: 'standalone', workerGroup: 1 }), 'provider.workerGroup'],
    ['workerPoolID', runner({ providerType: 'standalone', workerPoolID: null }), 'provider.workerPoolID'],
    ['a map that a cloud tells', runner({ providerType: 'aws', workerLocation: {} }), 'provider.workerLocation'],
    [
      'a map of other values than texts',
      runner({ providerType: 'static', providerMetadata: { a: 1 } }),
      'provider.providerMetadata',
    ],
  ])('tells of %s that has no place in a design', (_, value, path) => {
    const { problems } = readRunner(value)
    expect(problems.filter(({ code }) => code !== 'runner-part-only')).toMatchObject([
      { code: 'pool-not-understood', severity: 'warning', path },
    ])
  })

  const facts = { workerLocation: { region: 'here' }, providerMetadata: { 'public-ipv4': '1.2.3.4' } }

  it.each(['standalone', 'static'])('has what a machine of the provider %s is told', (providerType) => {
    const own = { PublicIP: '1.2.3.4', region: `\${REGION}` }
    const found = readRunner(
      runner(
        { providerType, workerGroup: `\${WORKER_GROUP}`, ...facts },
        { cacheOverRestarts: true, workerConfig: own },
      ),
    )
    const kept = {
      path: '/gw',
      configPath: '/c',
      cacheOverRestarts: 'true',
      ...facts,
      workerConfig: { PublicIP: '1.2.3.4', region: { $env: 'REGION' } },
    }
    expect(found).toMatchObject({ ok: true, value: { config: {}, pool: { config: { runner: kept } } } })
    expect(found.ok && Object(found.value.pool.config.runner)).not.toHaveProperty('workerGroup')
    expect(found.problems).toContainEqual(expect.objectContaining({ code: 'runner-file-name', severity: 'notice' }))
  })

  it.each<[string, JsonValue]>([
    ['', null],
    ['', []],
    ['', { provider: [], worker: {} }],
    ['', { provider: {}, worker: 'x' }],
    ['provider.providerType', { provider: {}, worker: {} }],
    ['provider.providerType', { provider: { providerType: 7 }, worker: {} }],
    ['provider.providerType', { provider: { providerType: '__proto__' }, worker: {} }],
    ['worker.implementation', { provider: { providerType: 'aws' }, worker: {} }],
    ['worker.implementation', { provider: { providerType: 'aws' }, worker: { implementation: 'dummy' } }],
  ])('is unreadable at %j: %j', (path, value) => {
    const found = readRunner(value)
    expect([found.ok, found.problems.map((problem) => problem.path)]).toEqual([false, [path]])
  })

  it('has the paths of a service as they are', () => {
    const worker = {
      implementation: 'generic-worker',
      service: 'gw',
      protocolPipe: '\\\\.\\pipe\\gw',
      configPath: 'C:\\c',
    }
    const found = readRunner({ provider: { providerType: 'aws' }, worker })
    const { implementation: _, ...kept } = worker
    expect(found).toMatchObject({ ok: true, value: { pool: { config: { runner: kept } } } })
  })
})
