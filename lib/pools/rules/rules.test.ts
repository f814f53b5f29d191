import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { placesOf } from '@/lib/pools/testing/placesOf'
import { awsRules, azureRules, googleRules, staticRules } from './providerRules'

const workerConfig: JsonObject = { genericWorker: { config: {} } }
const google: JsonObject = {
  workerConfig,
  region: 'r',
  zone: 'z',
  machineType: 'm',
  disks: [],
  networkInterfaces: [],
  scheduling: {},
}
const aws: JsonObject = { workerConfig, region: 'r', launchConfig: { ImageId: 'ami-0' } }
const azure: JsonObject = {
  workerConfig,
  location: 'eastus',
  subnetId: '/n',
  hardwareProfile: { vmSize: 'F8' },
  storageProfile: { osDisk: {} },
}
const arm: JsonObject = {
  workerConfig,
  armDeployment: { mode: 'Complete', templateLink: { id: 'x' }, parameters: { location: { value: 'eastus' } } },
}
const clouds: [string, JsonObject, JsonObject][] = [
  ['google', googleRules, google],
  ['aws', awsRules, aws],
  ['azure, resources', azureRules, azure],
  ['azure, template', azureRules, arm],
]
const frame = (launchConfig: JsonObject, more: JsonObject = {}): JsonObject => ({
  minCapacity: 0,
  maxCapacity: 1,
  launchConfigs: [launchConfig],
  ...more,
})

describe.each(clouds)('the config of %s', (_, rules, launchConfig) => {
  const accepts = (config: JsonValue) => placesOf(rules, config).length === 0

  it('is good at its smallest, and without any launch configuration', () => {
    expect(placesOf(rules, frame(launchConfig))).toEqual([])
    expect(placesOf(rules, frame(launchConfig, { launchConfigs: [] }))).toEqual([])
  })

  it.each(['minCapacity', 'maxCapacity', 'launchConfigs'])('needs %s', (name) => {
    const { [name]: __, ...rest } = frame(launchConfig)
    expect(placesOf(rules, rest)).toEqual([name])
  })

  it.each<[JsonObject, boolean]>([
    [{ minCapacity: -1 }, false],
    [{ minCapacity: 0.5 }, false],
    [{ maxCapacity: '1' }, false],
    [{ maxCapacity: 1e15 }, true],
    [{ scalingRatio: 0 }, true],
    [{ scalingRatio: 1 }, true],
    [{ scalingRatio: -0.1 }, false],
    [{ scalingRatio: 1.0001 }, false],
    [{ lifecycle: {} }, true],
    [{ lifecycle: { registrationTimeout: 1 } }, true],
    [{ lifecycle: { reregistrationTimeout: 2_592_000 } }, true],
    [{ lifecycle: { reregistrationTimeout: 2_592_001 } }, false],
    [{ lifecycle: { queueInactivityTimeout: 1200 } }, true],
    [{ lifecycle: { queueInactivityTimeout: 1199 } }, false],
    [{ lifecycle: { registrationTimeout: 1.5 } }, false],
    [{ lifecycle: { other: 1 } }, false],
    [{ lifecycle: null }, false],
    [{ workerConfig }, false],
    [{ launchConfigs: [launchConfig, { ...launchConfig }] }, false],
    [{ launchConfigs: launchConfig }, false],
    [{ launchConfigs: [null] }, false],
  ])('with %j is good: %s', (change, good) => {
    expect(accepts(frame(launchConfig, change))).toBe(good)
  })

  it.each<[JsonObject, boolean]>([
    [{ launchConfigId: 'i'.repeat(38) }, true],
    [{ launchConfigId: 'i'.repeat(39) }, false],
    [{ launchConfigId: '' }, false],
    [{ launchConfigId: 'a.b' }, false],
    [{ capacityPerInstance: 1 }, true],
    [{ capacityPerInstance: 0 }, false],
    [{ initialWeight: 0.5 }, true],
    [{ initialWeight: 2 }, false],
    [{ maxCapacity: 0 }, true],
    [{ maxCapacity: -1 }, false],
  ])('may tell worker-manager %j: %s', (workerManager, good) => {
    expect(accepts(frame({ ...launchConfig, workerManager }))).toBe(good)
  })

  // the schema of AWS does not ask for the worker's configuration
  const needed = Object.keys(launchConfig).filter((name) => rules !== awsRules || name !== 'workerConfig')
  it.each(needed)('needs %s in each launch configuration', (name) => {
    const { [name]: __, ...rest } = launchConfig
    expect(accepts(frame(rest))).toBe(false)
  })

  it('takes any configuration of the worker that is an object', () => {
    expect(accepts(frame({ ...launchConfig, workerConfig: { anything: [1] } }))).toBe(true)
    expect(accepts(frame({ ...launchConfig, workerConfig: [] }))).toBe(false)
  })
})

describe('a launch configuration', () => {
  it.each<[string, JsonObject, JsonObject, string[]]>([
    ['google passes on what it does not name', googleRules, { ...google, labels: { a: 'b' } }, []],
    ['aws takes nothing beside the arguments', awsRules, { ...aws, zone: 'z' }, ['launchConfigs[0].zone']],
    [
      'aws passes on any argument',
      awsRules,
      { ...aws, launchConfig: { ImageId: 'a', InstanceType: 'm5', MinCount: 1, UserData: '' } },
      [],
    ],
    ['aws takes more user data', awsRules, { ...aws, additionalUserData: { more: 1, workerpoolid: 1 } }, []],
    ...['rootUrl', 'workerPoolId', 'providerId', 'workerGroup', 'workerConfig'].map(
      (name): [string, JsonObject, JsonObject, string[]] => [
        `aws takes no ${name} in it`,
        awsRules,
        { ...aws, additionalUserData: { [name]: '' } },
        [`launchConfigs[0].additionalUserData.${name}`],
      ],
    ),
  ])('of %s', (_, rules, launchConfig, places) => {
    expect(placesOf(rules, frame(launchConfig))).toEqual(places)
  })

  const deployment = (change: JsonObject) => ({ ...arm, armDeployment: { mode: 'Complete', ...change } })
  const parameters = { location: { value: 'x' } }
  it.each<[string, JsonObject, boolean]>([
    ['both forms', { ...azure, ...arm }, false],
    ['neither form', { workerConfig }, false],
    ['a template and a place', { ...arm, location: 'eastus' }, true],
    ['a template of its own', deployment({ template: {}, parameters }), true],
    ['two templates', deployment({ template: {}, templateLink: {}, parameters }), false],
    ['no template', deployment({ parameters }), false],
    ['no place', deployment({ template: {}, parameters: {} }), false],
    ['another mode', deployment({ template: {}, parameters, mode: 'incremental' }), false],
    ['a machine without size', { ...azure, hardwareProfile: {} }, false],
    ['a machine without disk', { ...azure, storageProfile: { imageReference: {} } }, false],
    ['a public address', { ...azure, workerManager: { publicIp: true, keepDeployment: false } }, true],
    ['states twice', { ...azure, workerManager: { ignoreFailedProvisioningStates: ['a', 'a'] } }, false],
  ])('of azure may have %s: %#', (_, launchConfig, good) => {
    expect(placesOf(azureRules, frame(launchConfig)).length === 0).toBe(good)
  })
})

describe('the config of static', () => {
  it.each<[JsonValue, string[]]>([
    [{}, []],
    [{ workerConfig: {} }, []],
    [{ lifecycle: { reregistrationTimeout: 0 } }, []],
    [{ lifecycle: { reregistrationTimeout: '1' } }, ['lifecycle.reregistrationTimeout']],
    [{ lifecycle: { queueInactivityTimeout: 7200 } }, ['lifecycle.queueInactivityTimeout']],
    [{ launchConfigs: [] }, ['launchConfigs']],
    [{ minCapacity: 0 }, ['minCapacity']],
    [{ workerConfig: 'x' }, ['workerConfig']],
  ])('of %j is wrong at %j', (config, places) => {
    expect(placesOf(staticRules, config)).toEqual(places)
  })
})
