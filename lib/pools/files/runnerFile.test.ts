import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { JsonObject } from '@/lib/base/json'
import { placeholder } from '@/lib/pools/placeholders'
import type { PoolWorker, ProviderName } from '@/lib/pools/poolInput'
import { providers } from '@/lib/pools/providers/providers'
import { pool, worker } from '@/lib/pools/testing/samplePools'
import { hostConfig, runnerConfig, runnerFile } from './runnerFile'

const made = (provider: ProviderName, runner: JsonObject = {}, change: Partial<PoolWorker> = {}) =>
  runnerConfig(pool(provider, { runner }), { ...worker, ...change }, providers[provider])
const host = (provider: ProviderName, workerConfig: JsonObject, config: JsonObject = {}, platform = 'linux') =>
  hostConfig(pool(provider, { runner: { workerConfig } }), { ...worker, config, platform }, providers[provider])
const all = Object.values(providers)

describe('the file of worker-runner', () => {
  it.each<[ProviderName, string[]]>([
    ['standalone', ['accessToken', 'clientID', 'providerType', 'rootURL', 'workerGroup', 'workerID', 'workerPoolID']],
    ['static', ['providerID', 'providerType', 'rootURL', 'staticSecret', 'workerGroup', 'workerID', 'workerPoolID']],
    ['google', ['providerType']],
    ['aws', ['providerType']],
    ['azure', ['providerType']],
  ])('tells worker-runner of %s what it asks for, as texts', (name, keys) => {
    const { provider } = made(name)
    expect(Object.keys(Object(provider)).sort()).toEqual(keys)
    expect(Object.values(Object(provider)).filter((value) => typeof value !== 'string')).toEqual([])
    expect(provider).toMatchObject({ providerType: name })
  })

  it.each(all)('of $name names generic-worker, and either a path or a service', ({ name }) => {
    expect(made(name).worker).toMatchObject({ implementation: 'generic-worker', path: '/usr/local/bin/generic-worker' })
    const service = made(name, { service: 'gw', path: '/ignored' }, { platform: 'windows' }).worker
    expect(service).toEqual({
      implementation: 'generic-worker',
      service: 'gw',
      configPath: 'C:\\generic-worker\\config.json',
    })
  })

  it.each<[string, ProviderName, JsonObject, Partial<PoolWorker>, JsonObject]>([
    ['secrets are not read', 'standalone', {}, {}, { getSecrets: false }],
    ['secrets are read where an admin says so', 'standalone', { getSecrets: true }, {}, { getSecrets: true }],
    ['secrets are read by default', 'static', {}, {}, {}],
    ['secrets are not read where an admin says so', 'aws', { getSecrets: false }, {}, { getSecrets: false }],
    [
      'what was known is kept over reboots',
      'google',
      {},
      { reboots: true },
      { cacheOverRestarts: '/var/local/worker-runner-state.json' },
    ],
    ['it is kept where an admin says', 'aws', { cacheOverRestarts: '/x' }, {}, { cacheOverRestarts: '/x' }],
    ['nothing is kept of static workers', 'static', {}, { reboots: true }, {}],
    ['nothing is kept without reboots', 'google', {}, { reboots: false }, {}],
  ])('says whether %s (%s)', (_, provider, runner, change, expected) => {
    const { getSecrets, cacheOverRestarts } = made(provider, runner, change)
    expect(JSON.parse(JSON.stringify({ getSecrets, cacheOverRestarts }))).toEqual(expected)
  })

  it('has the values of an admin in the place of placeholders', () => {
    expect(made('static', { workerGroup: 'rack-1' }).provider).toMatchObject({ workerGroup: 'rack-1' })
    expect(made('static', {}, { rootUrl: undefined }).provider).toMatchObject({
      rootURL: placeholder('TASKCLUSTER_ROOT_URL'),
      workerGroup: placeholder('WORKER_GROUP'),
    })
  })

  it('is read back as what it was made of, whatever stands in it', () => {
    const odd = { workerConfig: { tasksDir: 'D:\\t: "x" # no comment', script: 'a\n  b\n\n', no: 'no', n: '012' } }
    expect(parse(runnerFile(pool('aws', { runner: odd }), worker, providers.aws))).toEqual(made('aws', odd))
  })
})

describe('the configuration on the host', () => {
  const key = '/etc/generic-worker/ed25519.key'

  it.each<[string, ProviderName, JsonObject, JsonObject, JsonObject]>([
    [
      'the key alone where worker-manager hands out the rest',
      'aws',
      {},
      { capacity: 2 },
      { ed25519SigningKeyLocation: key },
    ],
    [
      'all of it where nobody hands anything out',
      'standalone',
      {},
      { capacity: 2 },
      { ed25519SigningKeyLocation: key, capacity: 2 },
    ],
    ['no key where the pool has one', 'aws', {}, { ed25519SigningKeyLocation: '/k' }, {}],
    ['the key of an admin', 'aws', { ed25519SigningKeyLocation: '/own' }, {}, { ed25519SigningKeyLocation: '/own' }],
    [
      'what an admin says of the host over the rest, in depth',
      'standalone',
      { capacity: 3, d2gConfig: { allowGPUs: true } },
      { capacity: 2, d2gConfig: { enableD2G: true } },
      { ed25519SigningKeyLocation: key, capacity: 3, d2gConfig: { allowGPUs: true, enableD2G: true } },
    ],
    [
      'placeholders for references, on either side',
      'standalone',
      { tasksDir: { $env: 'TASKS' } },
      { sentryProject: { $env: 'SENTRY' } },
      {
        ed25519SigningKeyLocation: key,
        tasksDir: placeholder('TASKS'),
        sentryProject: placeholder('SENTRY'),
      },
    ],
  ])('has %s', (_, provider, own, config, expected) => {
    expect(host(provider, own, config)).toEqual(expected)
  })

  it('has paths of the platform', () => {
    expect(host('aws', {}, {}, 'windows')).toEqual({
      ed25519SigningKeyLocation: 'C:\\generic-worker\\ed25519.key',
    })
    expect(host('aws', {}, {}, 'freebsd')).toEqual({ ed25519SigningKeyLocation: key })
  })
})
