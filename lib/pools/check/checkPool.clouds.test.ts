import { expect, it } from 'vitest'
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

it.each<[string, PoolInput, Partial<PoolWorker>, string, string]>([
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
    'pool-launch-configs-none',
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
    'capacityPerInstance in the defaults',
    pool('google', { ...googleConfig, launchDefaults: { capacityPerInstance: 2 } }),
    {},
    'pool-config-invalid',
    'pool.config.launchDefaults.capacityPerInstance',
  ],
  [
    'a configuration of the worker, which is that of the design',
    pool('azure', azureConfig({ ...resources, workerConfig: {} })),
    {},
    'pool-config-invalid',
    'pool.config.launchConfigs[0].workerConfig',
  ],
  [
    'what is wrong in the defaults, once and there',
    pool('google', { ...googleConfig, launchDefaults: { ...Object(googleConfig.launchDefaults), disks: 'none' } }),
    {},
    'pool-invalid',
    'pool.config.launchDefaults.disks',
  ],
  [
    'a property that AWS pools do not have',
    pool('aws', { ...awsConfig({ other: 1 }) }),
    {},
    'pool-invalid',
    'pool.config.launchConfigs[0].other',
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
    'pool.config.launchDefaults.workerManager.launchConfigId',
  ],
  [
    'a reference',
    pool('google', googleConfig),
    { config: { maxTaskRunTime: { $env: 'A' } } },
    'pool-reference',
    'pool',
  ],
])('tells of %s', (_, input, change, code, path) => {
  const problems = checkPool(input, { ...worker, ...change })
  expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]])
})
