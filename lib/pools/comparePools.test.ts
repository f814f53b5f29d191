import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../base/json'
import { comparePools } from './comparePools'

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
})
