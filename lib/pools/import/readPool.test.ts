import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalJson, type JsonObject, type JsonValue } from '@/lib/base/json'
import { poolDefinition } from '@/lib/pools/check/poolDefinition'
import { workerOf } from '@/lib/pools/testing/conformance'
import { genericWorker, google, launchConfig, pool } from '@/lib/pools/testing/sampleImports'
import { readPool } from './readPool'

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
    [
      'a configuration beside the launch configurations',
      pool({ ...(google(launchConfig('a')).config as JsonObject), workerConfig: {} }),
      [['pool-not-understood', 'config.workerConfig']],
    ],
    ['a deleted pool', pool({}, { providerId: 'null-provider' }), [['pool-to-go', 'providerId']]],
    ['a config of no known shape', pool({ regions: [] }), [['pool-unreadable', 'config']]],
    ['a pool that starts no worker', pool({ launchConfigs: [] }), [['pool-unreadable', 'config']]],
    ['no pool at all', { a: 1 }, [['pool-unreadable', '']]],
    ['no object', 'x', [['pool-unreadable', '']]],
  ])('tells of %s', (_, value, problems) => {
    expect(told(value)).toEqual(problems)
  })

  it.each<[string, JsonValue]>([
    ['workerPoolId', 7],
    ['providerId', null],
    ['description', ['CI']],
    ['owner', 12],
    ['emailOnError', 'no'],
  ])('tells of a member %s of a wrong type, and does without', (name, value) => {
    const given = pool({}, { [name]: value })
    expect(told(given)).toEqual([['pool-not-understood', name]])
    expect(JSON.stringify(read(given).pool)).not.toContain(JSON.stringify(value))
  })

  it.each<[string, string, JsonObject, string[][]]>([
    ['static', 'launchConfigs', { launchConfigs: [] }, [['pool-not-understood', 'config.launchConfigs']]],
    ['static', 'minCapacity', { minCapacity: 1 }, [['pool-not-understood', 'config.minCapacity']]],
    ['google', 'no launchConfigs', {}, [['pool-unreadable', 'config.launchConfigs']]],
    ['standalone', 'an odd provider', {}, []],
    ['no type of ours', 'a type that is none', {}, []],
    ['__proto__', 'a type of an odd name', {}, []],
  ])('holds a pool of %s to its type: %s', (type, _, config, expected) => {
    const result = readPool(pool(config), { providerTypes: { ours: type } })
    expect(result.problems.map(({ code, path }) => [code, path])).toEqual(expected)
  })

  it('keeps what a name such as __proto__ holds', () => {
    const odd = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}')
    const given = google({ ...launchConfig('a'), labels: odd })
    const { pool: imported, config } = read(given)
    const written = poolDefinition(imported, workerOf('proj/ci', config))
    expect(JSON.stringify(written?.definition.config)).toContain('"labels":{"__proto__":{"a":1},"constructor":2}')
  })

  it('is never too odd to be read', () => {
    const key = fc.constantFrom(
      'config',
      'launchConfigs',
      'workerConfig',
      'genericWorker',
      'workerManager',
      'zone',
      '__proto__',
    )
    const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<JsonValue>(null, 0, 1e308, '', 'x', true),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(key, tie('value')),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(key, value), (config) => {
        const result = readPool(pool(config))
        if (result.ok) poolDefinition(result.value.pool, workerOf('proj/ci', result.value.config))
        else expect(result.problems.some(({ severity }) => severity === 'error')).toBe(true)
      }),
      { numRuns: 200 },
    )
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
