import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { comparePools, definitionOf } from './comparePools'

const launchConfig = (zone: string, more: JsonObject = {}): JsonObject => ({ zone, workerManager: {}, ...more })
const pool = (launchConfigs: JsonObject[], more: JsonObject = {}): JsonObject => ({
  description: 'CI',
  config: { maxCapacity: 1, launchConfigs },
  ...more,
})
const [a, b] = [launchConfig('a'), launchConfig('b')]

describe('comparePools', () => {
  it.each<[string, JsonObject, JsonObject, object[]]>([
    ['the same pool', pool([a, b], { created: 'x', runningCount: 3 }), pool([a, b]), []],
    ['another order', pool([b, a]), pool([a, b]), []],
    [
      'names of worker-manager',
      pool([launchConfig('a', { workerManager: { launchConfigId: 'lc-1' } })]),
      pool([a]),
      [],
    ],
    [
      'names of its own',
      pool([a]),
      pool([launchConfig('a', { workerManager: { launchConfigId: 'x' } })]),
      [{ path: 'config.launchConfigs[0].workerManager.launchConfigId', kind: 'added', after: 'x' }],
    ],
    [
      'defaults that were filled in',
      { config: { lifecycle: { reregistrationTimeout: 345_600 } } },
      { config: { lifecycle: {} } },
      [],
    ],
    [
      'another lifecycle',
      { config: { lifecycle: { reregistrationTimeout: 345_600 } } },
      { config: { lifecycle: { reregistrationTimeout: 60 } } },
      [{ path: 'config.lifecycle.reregistrationTimeout', kind: 'changed', before: 345_600, after: 60 }],
    ],
    [
      'another frame',
      pool([a]),
      { ...pool([a]), description: 'X', config: { maxCapacity: 2, launchConfigs: [a] } },
      [
        { path: 'description', kind: 'changed', before: 'CI', after: 'X' },
        { path: 'config.maxCapacity', kind: 'changed', before: 1, after: 2 },
      ],
    ],
    [
      'a zone more and a zone less',
      pool([b, launchConfig('c')]),
      pool([a, b]),
      [
        { path: 'config.launchConfigs[0]', kind: 'added', after: a },
        { path: 'config.launchConfigs[1]', kind: 'removed', before: launchConfig('c') },
      ],
    ],
    [
      'another machine in the same zone, elsewhere in the list',
      pool([b, launchConfig('a', { disks: [1] })]),
      pool([launchConfig('a', { disks: [2] }), b]),
      [{ path: 'config.launchConfigs[0].disks[0]', kind: 'changed', before: 1, after: 2 }],
    ],
    [
      'another type of provider',
      pool([a]),
      { description: 'CI', config: {} },
      [
        { path: 'config.launchConfigs', kind: 'removed', before: [a] },
        { path: 'config.maxCapacity', kind: 'removed', before: 1 },
      ],
    ],
  ])('tells of %s', (_, found, wanted, changes) => {
    expect(comparePools(found, wanted)).toEqual(changes)
  })

  it.each<[string, JsonObject, JsonObject, string[]]>([
    [
      'no name that worker-manager gave to what says nothing to it',
      pool([launchConfig('a', { workerManager: { launchConfigId: 'lc-1' } })]),
      pool([{ zone: 'a' }]),
      [],
    ],
    [
      'more that is there for worker-manager',
      pool([launchConfig('a', { workerManager: { launchConfigId: 'lc-1', maxCapacity: 2 } })]),
      pool([{ zone: 'a' }]),
      ['removed config.launchConfigs[0].workerManager'],
    ],
    [
      'no difference where a name is wanted, and one without a name comes before it',
      pool([
        launchConfig('a', { workerManager: { launchConfigId: 'x' } }),
        launchConfig('a', { workerManager: { launchConfigId: 'lc-1' } }),
      ]),
      pool([a, launchConfig('a', { workerManager: { launchConfigId: 'x' } })]),
      [],
    ],
    ['two that are equal where one is wanted', pool([a, a]), pool([a]), ['removed config.launchConfigs[1]']],
    ['one where two that are equal are wanted', pool([a]), pool([a, a]), ['added config.launchConfigs[1]']],
    ['numbers that are equal', pool([launchConfig('a', { n: 1.0 })]), pool([launchConfig('a', { n: 1 })]), []],
    [
      'machines of another size in one zone, each by its own',
      pool([launchConfig('a', { machineType: 'x', d: 1 }), launchConfig('a', { machineType: 'y', d: 1 })]),
      pool([launchConfig('a', { machineType: 'y', d: 2 }), launchConfig('a', { machineType: 'x', d: 1 })]),
      ['changed config.launchConfigs[0].d'],
    ],
    [
      'an order inside of a launch configuration, which counts',
      pool([launchConfig('a', { disks: [1, 2] })]),
      pool([launchConfig('a', { disks: [2, 1] })]),
      ['changed config.launchConfigs[0].disks[0]', 'changed config.launchConfigs[0].disks[1]'],
    ],
    [
      'a lifecycle of a cloud with its defaults',
      pool([a], {
        config: { launchConfigs: [a], lifecycle: { queueInactivityTimeout: 7200, reregistrationTimeout: 345_600 } },
      }),
      pool([a], { config: { launchConfigs: [a], lifecycle: {} } }),
      [],
    ],
    [
      'a lifecycle that is gone',
      pool([a], { config: { launchConfigs: [a], lifecycle: {} } }),
      pool([a], { config: { launchConfigs: [a] } }),
      ['removed config.lifecycle'],
    ],
    [
      'launch configurations that are no objects',
      pool([]),
      { config: { maxCapacity: 1, launchConfigs: [7] }, description: 'CI' },
      ['added config.launchConfigs[0]'],
    ],
  ])('finds %s', (_, found, wanted, changes) => {
    expect(comparePools(found, wanted).map(({ kind, path }) => `${kind} ${path}`)).toEqual(changes)
  })

  const launchConfigs = fc.array(
    fc.record(
      {
        zone: fc.constantFrom('a', 'b', 'c'),
        disks: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
        workerManager: fc.constantFrom<JsonValue>({}, { launchConfigId: 'x' }, { maxCapacity: 1 }),
      },
      { requiredKeys: ['zone'] },
    ),
    { maxLength: 4 },
  )

  it('finds nothing in any order of the same', () => {
    const orders = launchConfigs.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        expect(comparePools(pool(shuffled), pool(all))).toEqual([])
      }),
    )
  })

  it('finds something wherever the two are not the same', () => {
    const sorted = (all: JsonObject[]) => all.map((one) => JSON.stringify(Object.entries(one).sort())).sort()
    const named = launchConfigs.map((all) =>
      all.map((one, i): JsonObject => ({ ...one, workerManager: { launchConfigId: `${i}` } })),
    )
    fc.assert(
      fc.property(named, named, (found, wanted) => {
        const isSame = sorted(found).join() === sorted(wanted).join()
        expect(comparePools(pool(found), pool(wanted)).length === 0).toBe(isSame)
      }),
    )
  })

  it('looks at the five properties of a definition alone', () => {
    const answer = { workerPoolId: 'p/c', created: 'x', currentCapacity: 1, error: {}, owner: 'o', config: {} }
    expect(definitionOf(answer)).toEqual({ owner: 'o', config: {} })
  })
})
