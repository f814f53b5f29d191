import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { equalJson } from '../../base/equalJson'
import type { JsonObject, JsonValue } from '../../base/json'
import { tcAdminFile } from '../files/tcAdminFile'
import { poolDefinition } from '../poolDefinition'
import { workerOf } from '../testing/conformance'
import { readPool } from './readPool'
import { readPools } from './readPools'
import { readRunner } from './readRunner'

const genericWorker = { config: { headlessTasks: true } }
const launchConfig = (zone: string, more: JsonObject = {}): JsonObject => ({
  region: 'us-central1',
  zone,
  machineType: `zones/${zone}/machineTypes/n2-standard-4`,
  disks: [{ boot: true, initializeParams: { sourceImage: 'i' } }],
  networkInterfaces: [],
  scheduling: { provisioningModel: 'SPOT' },
  workerManager: { capacityPerInstance: 1 },
  workerConfig: { genericWorker },
  ...more,
})
const pool = (config: JsonValue, more: JsonObject = {}): JsonObject => ({
  workerPoolId: 'proj/ci',
  providerId: 'ours',
  description: 'CI',
  owner: 'ops@example.com',
  emailOnError: false,
  config,
  ...more,
})
const google = (...launchConfigs: JsonObject[]) => pool({ minCapacity: 0, maxCapacity: 4, launchConfigs })
const told = (value: JsonValue) => readPool(value).problems.map(({ code, path }) => [code, path])
const read = (value: JsonValue) => {
  const result = readPool(value)
  return result.ok ? result.value : expect.fail(JSON.stringify(result.problems))
}

describe('an imported pool', () => {
  it('says once what all launch configurations share', () => {
    const { pool: imported, config } = read(google(launchConfig('a'), launchConfig('b', { disks: [] })))
    expect(config).toEqual(genericWorker.config)
    expect(imported.config).toEqual({
      minCapacity: 0,
      maxCapacity: 4,
      launchDefaults: {
        machineType: 'n2-standard-4',
        networkInterfaces: [],
        scheduling: { provisioningModel: 'SPOT' },
      },
      launchConfigs: [
        { region: 'us-central1', zone: 'a', disks: launchConfig('a').disks },
        { region: 'us-central1', zone: 'b', disks: [] },
      ],
    })
  })

  it('is the same pool when it is written again', () => {
    const members = fc.record(
      {
        zone: fc.constantFrom('a', 'b'),
        machineType: fc.constantFrom('zones/a/machineTypes/n2', 'zones/b/machineTypes/n2', 'x/y'),
        disks: fc.constantFrom<JsonValue>([], [{ boot: true }]),
        scheduling: fc.constantFrom<JsonValue>({}, { a: 1 }, { a: { b: 1 } }, { a: { b: 2, c: 1 } }),
        workerManager: fc.constantFrom<JsonValue>(
          { capacityPerInstance: 1 },
          { capacityPerInstance: 1, maxCapacity: 2 },
          { capacityPerInstance: 1, launchConfigId: 'x' },
        ),
        labels: fc.dictionary(fc.constantFrom('p', 'q'), fc.constantFrom<JsonValue>(1, {}, [])),
      },
      { requiredKeys: ['zone', 'workerManager'] },
    )
    const launchConfigs = fc.array(
      members.map((one): JsonObject => JSON.parse(JSON.stringify({ ...one, workerConfig: { genericWorker } }))),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(launchConfigs, (all) => {
        const given = google(...all)
        const { pool: imported, config } = read(given)
        const written = poolDefinition(imported, workerOf('proj/ci', config))
        const { workerPoolId: _, ...definition } = given
        expect(equalJson(written?.definition ?? null, definition)).toBe(true)
      }),
    )
  })

  it.each<[string, JsonValue, string[][]]>([
    ['nothing where all is understood', google(launchConfig('a')), []],
    [
      'workers that are configured in different ways',
      google(
        launchConfig('a'),
        launchConfig('b', { workerConfig: { genericWorker: { config: { idleTimeoutSecs: 1 } } } }),
      ),
      [
        ['launch-configs-differ', 'config.launchConfigs[1].workerConfig.genericWorker.config.headlessTasks'],
        ['launch-configs-differ', 'config.launchConfigs[1].workerConfig.genericWorker.config.idleTimeoutSecs'],
      ],
    ],
    [
      'a capacity that the worker does not have',
      google(launchConfig('a', { workerManager: { capacityPerInstance: 4 } })),
      [['capacities-differ', 'config.launchConfigs[0]']],
    ],
    [
      'a capacity in the old place',
      google(launchConfig('a', { workerManager: {}, capacityPerInstance: 4 })),
      [['capacities-differ', 'config.launchConfigs[0]']],
    ],
    [
      'a second key of the worker',
      google(launchConfig('a', { workerConfig: { genericWorker, shutdown: {} } })),
      [['worker-config-form', 'config.launchConfigs[0].workerConfig.shutdown']],
    ],
    [
      'the old flat form',
      pool({ workerConfig: { idleTimeoutSecs: 1 } }),
      [['worker-config-flat', 'config.workerConfig']],
    ],
    [
      "docker-worker's pools",
      google(launchConfig('a', { workerConfig: { shutdown: { enabled: true } } })),
      [['not-generic-worker', 'config.launchConfigs[0].workerConfig.shutdown']],
    ],
    [
      'what has no place in a design',
      pool({ workerConfig: { genericWorker: { ...genericWorker, more: 1 } } }, { cloud: 'x' }),
      [
        ['pool-not-understood', 'cloud'],
        ['pool-not-understood', 'config.workerConfig.genericWorker.more'],
      ],
    ],
    [
      'unknown words for worker-manager',
      google(launchConfig('a', { workerManager: { capacityPerInstance: 1, other: 1 } })),
      [['pool-not-understood', 'config.launchConfigs[0].workerManager.other']],
    ],
    [
      'a pool of another tool',
      pool({}, { description: '*DO NOT EDIT* - by hand\n\nCI' }),
      [['pool-managed-elsewhere', 'description']],
    ],
    ['a deleted pool', pool({}, { providerId: 'null-provider' }), [['pool-to-go', 'providerId']]],
    ['a config of no known shape', pool({ regions: [] }), [['pool-unreadable', 'config']]],
    ['no pool at all', { a: 1 }, [['pool-unreadable', '']]],
    ['no object', 'x', [['pool-unreadable', '']]],
  ])('tells of %s', (_, value, problems) => {
    expect(told(value)).toEqual(problems)
  })

  it('believes what the deployment says of a provider', () => {
    const bare = pool({ minCapacity: 0, maxCapacity: 1, launchConfigs: [{ workerConfig: { genericWorker } }] })
    expect(readPool(bare).ok).toBe(false)
    expect(readPool(bare, { providerTypes: { ours: 'azure' } })).toMatchObject({
      ok: true,
      value: { pool: { provider: 'azure' } },
    })
  })

  it('loses the mark of the tool that configured it, and keeps the rest of the description', () => {
    const marked = (description: string) => read(pool({}, { description })).pool.description
    expect(marked('*DO NOT EDIT* - This resource is configured automatically.\n\nCI')).toBe('CI')
    expect(marked('*DO NOT EDIT* - by hand\n\nCI\n\nmore')).toBe('CI\n\nmore')
    expect(marked('*DO NOT EDIT*')).toBe('')
    expect(marked('plain')).toBe('plain')
  })
})

describe('a document of pools', () => {
  const one = google(launchConfig('a'))
  const { workerPoolId: _, ...nameless } = one
  const paths = (document: JsonValue) => {
    const found = readPools(document)
    return found.ok
      ? found.value.map(({ path, workerPoolId, read: { ok } }) => [path, workerPoolId, ok])
      : found.problems
  }

  it.each<[string, JsonValue, unknown[][]]>([
    ['a pool', one, [['', 'proj/ci', true]]],
    [
      'a list',
      [one, pool('x')],
      [
        ['[0]', 'proj/ci', true],
        ['[1]', 'proj/ci', false],
      ],
    ],
    ['an answer of listWorkerPools', { workerPools: [one] }, [['workerPools[0]', 'proj/ci', true]]],
    ['a pool for each id', { 'proj/ci': nameless }, [['proj/ci', 'proj/ci', true]]],
    [
      'resources of tc-admin',
      {
        resources: [
          { kind: 'Role', roleId: 'x' },
          { kind: 'WorkerPool', ...one },
        ],
        managed: ['.*'],
      },
      [['resources[1]', 'proj/ci', true]],
    ],
  ])('may be %s', (__, document, expected) => {
    expect(paths(document)).toEqual(expected)
  })

  it('may be what is written for tc-admin', () => {
    const text = tcAdminFile({ workerPoolId: 'proj/ci', definition: nameless })
    const found = readPools(parse(text))
    expect(found).toMatchObject({
      ok: true,
      value: [{ workerPoolId: 'proj/ci', read: { value: { managedElsewhere: true } } }],
    })
  })

  it('tells of resources that are none, and of documents without any', () => {
    const found = readPools({ resources: [{ kind: 'Role' }, { kind: 'WorkerPool', ...one }] })
    expect(found.problems).toMatchObject([{ code: 'resource-ignored', path: 'resources[0]' }])
    const documents: JsonValue[] = [1, [], {}, { a: 1 }, { resources: [] }, { resources: [{ kind: 'Role' }] }]
    for (const document of documents) {
      const none = readPools(document)
      expect(none.ok ? none : none.problems.at(-1)).toMatchObject({ code: 'no-pools' })
    }
  })
})

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
})
