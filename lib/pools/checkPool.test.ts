import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../base/json'
import { checkPool } from './checkPool'
import { poolDefinition } from './poolDefinition'
import type { PoolInput, PoolWorker } from './poolInput'

const worker: PoolWorker = {
  provisionerId: 'proj',
  workerType: 'ci',
  description: 'CI',
  config: { capacity: 2, headlessTasks: true },
  platform: 'linux',
  rootUrl: 'https://tc.example.com',
}
const pool = (provider: string, config: JsonObject, change: Partial<PoolInput> = {}): PoolInput => ({
  provider,
  providerId: `our-${provider}`,
  owner: 'ops@example.com',
  emailOnError: true,
  config,
  ...change,
})
const googleConfig: JsonObject = {
  minCapacity: 0,
  maxCapacity: 4,
  launchDefaults: { machineType: 'n2-standard-4', disks: [{ boot: true }], networkInterfaces: [], scheduling: {} },
  launchConfigs: [
    { region: 'us-central1', zone: 'us-central1-a', workerManager: { launchConfigId: 'one' } },
    { region: 'us-west1', zone: 'us-west1-b', machineType: 'zones/us-west1-b/machineTypes/e2' },
  ],
}
const awsConfig = (more: JsonObject = {}): JsonObject => ({
  minCapacity: 0,
  maxCapacity: 4,
  launchDefaults: { launchConfig: { InstanceType: 'm5.large' } },
  launchConfigs: [{ region: 'us-east-1', launchConfig: { ImageId: 'ami-0' }, ...more }],
})
const resources: JsonObject = {
  location: 'eastus',
  subnetId: '/subnets/n',
  hardwareProfile: { vmSize: 'F8' },
  storageProfile: { osDisk: {} },
}
const azureConfig = (launchConfig: JsonObject): JsonObject => ({
  minCapacity: 0,
  maxCapacity: 4,
  launchConfigs: [launchConfig],
})
const template: JsonObject = {
  armDeployment: { mode: 'Incremental', template: {}, parameters: { location: { value: 'eastus' } } },
}

describe('a pool input', () => {
  it.each<[string, PoolInput]>([
    ['standalone', { provider: 'standalone', config: {} }],
    ['static', pool('static', { lifecycle: { reregistrationTimeout: 60 } })],
    ['google', pool('google', googleConfig)],
    ['aws', pool('aws', awsConfig())],
    ['azure, resources', pool('azure', azureConfig(resources))],
    ['azure, template', pool('azure', azureConfig(template))],
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
    [
      'a queue that is left too soon',
      pool('google', { ...googleConfig, lifecycle: { queueInactivityTimeout: 1199 } }),
      {},
      'pool-config-invalid',
      'pool.config.lifecycle.queueInactivityTimeout',
    ],
    [
      'a scaling ratio above 1',
      pool('google', { ...googleConfig, scalingRatio: 1.1 }),
      {},
      'pool-config-invalid',
      'pool.config.scalingRatio',
    ],
    [
      'no launch configuration',
      pool('aws', { ...awsConfig(), launchConfigs: [] }),
      {},
      'pool-config-invalid',
      'pool.config.launchConfigs',
    ],
    [
      'a launch configuration without machine type',
      pool('google', {
        ...googleConfig,
        launchConfigs: [{ region: 'r', zone: 'z', disks: [] }],
        launchDefaults: { networkInterfaces: [], scheduling: {} },
      }),
      {},
      'pool-invalid',
      'pool.config.launchConfigs[0].machineType',
    ],
    [
      'capacityPerInstance, which the worker says',
      pool('aws', awsConfig({ workerManager: { capacityPerInstance: 3 } })),
      {},
      'pool-config-invalid',
      'pool.config.launchConfigs[0].workerManager.capacityPerInstance',
    ],
    [
      'an AWS pool without image',
      pool('aws', { ...awsConfig(), launchConfigs: [{ region: 'r' }] }),
      {},
      'pool-invalid',
      'pool.config.launchConfigs[0].launchConfig.ImageId',
    ],
    [
      'the same launch configuration twice',
      pool('aws', {
        ...awsConfig(),
        launchConfigs: [1, 2].map(() => ({ region: 'r', launchConfig: { ImageId: 'a' } })),
      }),
      {},
      'pool-invalid',
      'pool.config.launchConfigs',
    ],
    [
      'all four forbidden arguments',
      pool(
        'aws',
        awsConfig({ launchConfig: { ImageId: 'a', IamInstanceProfile: {}, UserData: '', MinCount: 1, MaxCount: 1 } }),
      ),
      {},
      'pool-invalid',
      'pool.config.launchConfigs[0].launchConfig',
    ],
    [
      'user data of its own',
      pool('aws', awsConfig({ additionalUserData: { rootUrl: 'x' } })),
      {},
      'pool-invalid',
      'pool.config.launchConfigs[0].additionalUserData.rootUrl',
    ],
    [
      'too much user data',
      pool('aws', awsConfig({ additionalUserData: { more: 'x'.repeat(16_384) } })),
      {},
      'pool-user-data-too-large',
      'pool.config.launchConfigs[0]',
    ],
    [
      'a template without location',
      pool('azure', azureConfig({ armDeployment: { mode: 'Incremental', template: {}, parameters: {} } })),
      {},
      'pool-invalid',
      'pool.config.launchConfigs[0].armDeployment.parameters.location',
    ],
    [
      'both forms of Azure',
      pool('azure', { ...azureConfig(template), launchDefaults: resources }),
      {},
      'pool-azure-form',
      'pool.config.launchConfigs[0]',
    ],
    [
      'a machine of Azure without size',
      pool('azure', azureConfig({ ...resources, hardwareProfile: {} })),
      {},
      'pool-invalid',
      'pool.config.launchConfigs[0].hardwareProfile.vmSize',
    ],
    [
      'capacities in the wrong order',
      pool('aws', { ...awsConfig(), minCapacity: 5 }),
      {},
      'pool-capacities',
      'pool.config.minCapacity',
    ],
    [
      'one name for two launch configurations',
      pool('google', {
        ...googleConfig,
        launchDefaults: { ...Object(googleConfig.launchDefaults), workerManager: { launchConfigId: 'one' } },
      }),
      {},
      'pool-launch-config-ids',
      'pool.config.launchConfigs[1].workerManager.launchConfigId',
    ],
    [
      'a reference',
      pool('google', googleConfig),
      { config: { maxTaskRunTime: { $env: 'A' } } },
      'pool-reference',
      'pool',
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

describe('its definition', () => {
  it('has what all share in each launch configuration, and the capacity of the worker', () => {
    const genericWorker = { config: worker.config }
    expect(poolDefinition(pool('google', { ...googleConfig, runner: { path: '/x' } }), worker)).toEqual({
      workerPoolId: 'proj/ci',
      definition: {
        providerId: 'our-google',
        description: 'CI',
        owner: 'ops@example.com',
        emailOnError: true,
        config: {
          minCapacity: 0,
          maxCapacity: 4,
          launchConfigs: [
            {
              region: 'us-central1',
              zone: 'us-central1-a',
              machineType: 'zones/us-central1-a/machineTypes/n2-standard-4',
              disks: [{ boot: true }],
              networkInterfaces: [],
              scheduling: {},
              workerManager: { launchConfigId: 'one', capacityPerInstance: 2 },
              workerConfig: { genericWorker },
            },
            {
              region: 'us-west1',
              zone: 'us-west1-b',
              machineType: 'zones/us-west1-b/machineTypes/e2',
              disks: [{ boot: true }],
              networkInterfaces: [],
              scheduling: {},
              workerManager: { capacityPerInstance: 2 },
              workerConfig: { genericWorker },
            },
          ],
        },
      },
    })
  })

  it('carries files beside the configuration', () => {
    const files = [{ description: 'd', path: '/p', content: '', encoding: 'base64', format: 'file' }]
    const built = poolDefinition(pool('static', { files }, { description: '' }), worker)
    expect(built?.definition).toMatchObject({
      description: '',
      config: { workerConfig: { genericWorker: { config: worker.config, files } } },
    })
  })

  it('is none for standalone workers', () => {
    expect(poolDefinition({ provider: 'standalone', config: {} }, worker)).toBeUndefined()
  })
})
