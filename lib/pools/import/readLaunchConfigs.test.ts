import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { ProviderName } from '@/lib/pools/poolInput'
import { launchConfigForms, readLaunchConfigs } from './readLaunchConfigs'

const read = (provider: ProviderName, value: JsonValue | undefined) => {
  const form = launchConfigForms[provider]
  if (form === undefined) return expect.fail(`${provider} has no launch configurations`)
  const result = readLaunchConfigs(value, 'l', form)
  return {
    ...(result.ok ? result.value : {}),
    told: result.problems.map(({ severity, code, path }) => `${severity} ${code} ${path}`),
  }
}
const told = (provider: ProviderName, ...all: JsonObject[]) => read(provider, all).told
const worker = (config: JsonObject): JsonObject => ({ workerConfig: { genericWorker: { config } } })

describe('readLaunchConfigs', () => {
  it.each<[string, JsonValue | undefined]>([
    ['nothing', undefined],
    ['an empty list', []],
    ['an object', { 0: {} }],
    ['a list of others', [{}, 1]],
  ])('refuses %s', (_, value) => {
    expect(read('google', value)).toEqual({ told: ['error pool-unreadable l'] })
  })

  it.each<[ProviderName, JsonObject, JsonObject[]]>([
    [
      'google',
      { machineType: 'm/x', disks: [1] },
      [
        { region: 'r', zone: 'a' },
        { region: 'r', zone: 'a', b: 1 },
      ],
    ],
    [
      'aws',
      { launchConfig: { InstanceType: 'm5' } },
      [{ region: 'r' }, { region: 'r', launchConfig: { ImageId: 'a' } }],
    ],
    ['azure', { subnetId: 'n', storageProfile: { osDisk: {} } }, [{ location: 'l' }, { location: 'l', tags: {} }]],
    ['azure', {}, [{ armDeployment: { mode: 'm' } }, { armDeployment: { mode: 'm' } }]],
    ['azure', { workerManager: { publicIp: true } }, [{ location: 'l' }, { armDeployment: {} }]],
  ])('says of %s once what all share: %j', (provider, launchDefaults, own) => {
    const all = own.map((one): JsonObject => {
      const inner = Object.fromEntries(
        Object.entries(launchDefaults).map(([name, value]) => {
          const more = one[name]
          return [name, typeof more === 'object' ? { ...Object(value), ...Object(more) } : value]
        }),
      )
      return { ...one, ...inner }
    })
    expect(read(provider, all)).toMatchObject({ launchDefaults, launchConfigs: own, told: [] })
  })

  it.each<[string, ProviderName, JsonObject[], string[]]>([
    [
      'a worker that takes as many tasks as it is counted for',
      'aws',
      [{ workerManager: { capacityPerInstance: 1 } }],
      [],
    ],
    [
      'one that is counted for one, since nobody says more',
      'aws',
      [{ ...worker({ capacity: 4 }), workerManager: {} }],
      ['warning capacities-differ l[0]'],
    ],
    ['the old place of it', 'aws', [{ ...worker({ capacity: 4 }), capacityPerInstance: 4 }], []],
    [
      'the new place of it before the old one',
      'aws',
      [{ workerManager: { capacityPerInstance: 1 }, capacityPerInstance: 9 }],
      [],
    ],
    ['a capacity that is no number', 'aws', [{ capacityPerInstance: '1' }], ['warning capacities-differ l[0]']],
    [
      'words for worker-manager that are none',
      'aws',
      [{ workerManager: 'x' }],
      ['warning pool-not-understood l[0].workerManager'],
    ],
    ['no words for it', 'aws', [{ workerManager: null }], ['warning pool-not-understood l[0].workerManager']],
    [
      'what only Azure knows',
      'google',
      [{ workerManager: { publicIp: true, initialWeight: 1 } }],
      ['warning pool-not-understood l[0].workerManager.publicIp'],
    ],
    ['what Azure knows', 'azure', [{ workerManager: { publicIp: true, keepDeployment: true } }], []],
    [
      'a machine type that Google would not find',
      'google',
      [{ zone: 'a', machineType: 'n2' }],
      ['notice machine-type-without-zone l[0].machineType'],
    ],
    ['a machine type of another zone', 'google', [{ zone: 'a', machineType: 'zones/b/machineTypes/n2' }], []],
    [
      'a worker that differs in the third, at each place',
      'aws',
      [worker({ a: 1 }), worker({ a: 1 }), worker({ a: 2, b: [1] })],
      [
        'warning launch-configs-differ l[2].workerConfig.genericWorker.config.a',
        'warning launch-configs-differ l[2].workerConfig.genericWorker.config.b',
      ],
    ],
    [
      'a worker that says nothing in the second',
      'aws',
      [worker({ a: 1 }), {}],
      ['warning launch-configs-differ l[1].workerConfig.genericWorker.config.a'],
    ],
    [
      "docker-worker's in the second",
      'aws',
      [worker({}), { workerConfig: { shutdown: {} } }],
      ['error not-generic-worker l[1].workerConfig.shutdown'],
    ],
  ])('tells of %s', (_, provider, all, expected) => {
    expect(told(provider, ...all)).toEqual(expected)
  })
})
