import { describe, expect, it } from 'vitest'
import type { PoolInput, PoolWorker } from '@/lib/pools/poolInput'
import {
  awsConfig,
  azureConfig,
  googleConfig,
  pool,
  resources,
  template,
  worker,
} from '@/lib/pools/testing/samplePools'
import { checkPool } from './checkPool'

describe('a pool input', () => {
  it.each<[string, PoolInput]>([
    ['standalone', { provider: 'standalone', config: {} }],
    ['static', pool('static', { lifecycle: { reregistrationTimeout: 60 } })],
    ['google', pool('google', googleConfig)],
    ['aws', pool('aws', awsConfig())],
    ['azure, resources', pool('azure', azureConfig(resources))],
    ['azure, template', pool('azure', azureConfig(template))],
    ['azure, template and location', pool('azure', azureConfig({ ...template, location: 'eastus' }))],
    ['azure, template and most resources', pool('azure', azureConfig({ ...template, ...resources, subnetId: 1 }))],
    ['azure, all in the defaults', pool('azure', { ...azureConfig({}), launchDefaults: resources })],
    ['azure, a template in the defaults', pool('azure', { ...azureConfig({ tags: {} }), launchDefaults: template })],
    [
      'google, region and zone in the defaults',
      pool('google', {
        ...googleConfig,
        launchDefaults: { ...Object(googleConfig.launchDefaults), region: 'r', zone: 'z' },
        launchConfigs: [{ machineType: 'a' }, { machineType: 'b' }],
      }),
    ],
    [
      'google, words that the form does not know',
      pool('google', {
        ...googleConfig,
        launchConfigs: [
          { region: 'r', zone: 'z', scheduling: { provisioningModel: 'FLEX' }, disks: [{ boot: 'yes' }] },
        ],
      }),
    ],
    [
      'aws, all in the defaults',
      pool('aws', {
        minCapacity: 0,
        maxCapacity: 1,
        launchDefaults: { region: 'r', launchConfig: { ImageId: 'a' } },
        launchConfigs: [{}],
      }),
    ],
    ['aws, more for worker-manager', pool('aws', awsConfig({ workerManager: { later: 1 } }))],
  ])('of %s has no problems', (_, input) => {
    expect(checkPool(input, worker)).toEqual([])
  })

  it.each<[string, PoolInput, Partial<PoolWorker>, string, string]>([
    ['another provider', pool('other', {}), {}, 'unknown-provider', 'pool.provider'],
    ['no owner', pool('static', {}, { owner: undefined }), {}, 'pool-invalid', 'pool.owner'],
    ['no provider id', pool('static', {}, { providerId: undefined }), {}, 'pool-invalid', 'pool.providerId'],
    ['an owner that is no address', pool('static', {}, { owner: 'ops' }), {}, 'pool-invalid', 'pool.owner'],
    ['a bad provider id', pool('static', {}, { providerId: 'a b' }), {}, 'pool-invalid', 'pool.providerId'],
    [
      'a long description',
      pool('static', {}, { description: 'd'.repeat(10_241) }),
      {},
      'pool-invalid',
      'pool.description',
    ],
    [
      'an unknown property',
      pool('static', { launchConfigs: [] }),
      {},
      'pool-config-invalid',
      'pool.config.launchConfigs',
    ],
    [
      'workers that register too late',
      pool('static', { lifecycle: { reregistrationTimeout: 2_592_001 } }),
      {},
      'pool-config-invalid',
      'pool.config.lifecycle.reregistrationTimeout',
    ],
    ['a secret', pool('static', {}), { config: { accessToken: 'x' } }, 'pool-secret', 'pool'],
    [
      'what worker-runner writes',
      pool('static', {}),
      { config: { workerGroup: 'x' } },
      'pool-property-overridden',
      'pool',
    ],
    ['a worker type that is none', pool('static', {}), { workerType: 'Upper' }, 'pool-id-invalid', 'pool'],
    [
      'a service on Linux',
      pool('static', { runner: { service: 'x' } }),
      {},
      'pool-runner',
      'pool.config.runner.service',
    ],
    [
      'a service with a path',
      pool('static', { runner: { service: 'x', path: 'y' } }),
      { platform: 'windows' },
      'pool-runner',
      'pool.config.runner.path',
    ],
    [
      'a pipe without a service',
      pool('static', { runner: { protocolPipe: 'x' } }),
      { platform: 'windows' },
      'pool-runner',
      'pool.config.runner.protocolPipe',
    ],
    ...(['static', 'google', 'aws', 'azure'] as const).map(
      (name): [string, PoolInput, Partial<PoolWorker>, string, string] => [
        `the part of a host, ${name}`,
        { provider: name, config: { runner: { path: '/gw' } } },
        {},
        'pool-host-part',
        'pool',
      ],
    ),
    [
      'a location that a cloud tells',
      pool('google', { ...googleConfig, runner: { workerLocation: { region: 'r' } } }),
      {},
      'pool-runner',
      'pool.config.runner.workerLocation',
    ],
    [
      'metadata that is no text',
      pool('static', { runner: { providerMetadata: { a: 1 } } }),
      {},
      'pool-config-invalid',
      'pool.config.runner.providerMetadata.a',
    ],
    [
      'a static worker that remembers',
      pool('static', { runner: { cacheOverRestarts: 'x' } }),
      {},
      'pool-runner',
      'pool.config.runner.cacheOverRestarts',
    ],
  ])('tells of %s', (_, input, change, code, path) => {
    const problems = checkPool(input, { ...worker, ...change })
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]])
  })

  it('says once and for all launch configurations what is wrong with the worker', () => {
    const config = { rootURL: 'x', enableMounts: { $env: 'A' } }
    const problems = checkPool(pool('google', googleConfig), { ...worker, config })
    expect(problems.map(({ code }) => code)).toEqual(['pool-reference', 'pool-property-overridden'])
  })
})
