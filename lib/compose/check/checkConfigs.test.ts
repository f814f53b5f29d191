import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { checkConfigs } from './checkConfigs'

const worker = loadCatalog().workers['taskcluster-worker']
if (worker === undefined) throw new Error('there is no taskcluster-worker')
const check = (engine: string, plugins: Record<string, JsonValue>, members: Partial<Design> = {}) =>
  checkConfigs(exampleDesign(engine, plugins, members), worker).map(({ code, path, component }) =>
    [code, path, ...(component === undefined ? [] : [`(${component})`])].join(' '),
  )
const { settings } = exampleDesign('mock', {})
const inWorker = (members: JsonObject): Partial<Design> => ({
  settings: { ...settings, worker: { ...(isJsonObject(settings.worker) ? settings.worker : {}), ...members } },
})
const of = 'worker taskcluster-worker'

describe('checkConfigs', () => {
  it.each<[string, string, Record<string, JsonValue>, Partial<Design>?]>([
    ['a whole design', 'native', { env: {}, maxruntime: { maxRunTime: 60, perTaskLimit: 'allow' } }],
    ['an unknown plugin, which is told elsewhere', 'native', { nosuch: 5 }],
    ['an unknown engine', 'nosuch', {}],
    [
      'references for any value',
      'native',
      { env: { extra: { $env: 'A', type: 'json' } }, watchdog: { $env: 'B', type: 'json' } },
    ],
    ['samples that fit', 'native', { reboot: { taskLimit: { $env: 'A', type: 'number' } } }, { samples: { A: 5 } }],
    ['an identity that is a reference', 'mock', {}, { provisionerId: { $env: 'A' } }],
  ])('lets %s pass', (_, engine, plugins, members) => {
    expect(check(engine, plugins, members)).toEqual([])
  })

  it.each<[string, string, Record<string, JsonValue>, Partial<Design>, string[]]>([
    [
      'the engine',
      'native',
      {},
      { engine: { name: 'native', config: { createUser: 'yes' } } },
      ['config-invalid engine.config.createUser (engine native)'],
    ],
    [
      'an engine that is not selected',
      'mock',
      {},
      { otherEngines: { native: {} } },
      ['config-invalid otherEngines.native.createUser (engine native)'],
    ],
    [
      'a plugin',
      'mock',
      { watchdog: { timeout: '5 mins' } },
      {},
      ['config-invalid plugins.watchdog.timeout (plugin watchdog)'],
    ],
    [
      'a plugin that is off',
      'mock',
      { watchdog: { x: 1 } },
      { disabledPlugins: ['watchdog'] },
      ['config-invalid plugins.watchdog.x (plugin watchdog)'],
    ],
    [
      'a plugin without a configuration',
      'mock',
      { success: null },
      {},
      ['config-invalid plugins.success (plugin success)'],
    ],
    [
      'the settings',
      'mock',
      {},
      { settings: { ...settings, minimumMemory: -1 } },
      [`config-invalid settings.minimumMemory (${of})`],
    ],
    [
      'a deeper setting',
      'mock',
      {},
      inWorker({ concurrency: 0 }),
      [`config-invalid settings.worker.concurrency (${of})`],
    ],
    [
      'the identity, at the top',
      'mock',
      {},
      { provisionerId: 'a b', workerType: 'x'.repeat(23) },
      [`config-invalid provisionerId (${of})`, `config-invalid workerType (${of})`],
    ],
    ['a missing identity', 'mock', {}, { workerType: '' }, [`config-invalid workerType (${of})`]],
    [
      'the form of a reference',
      'mock',
      { logprefix: { a: { $env: 5 } } },
      {},
      ['reference-invalid plugins.logprefix.a'],
    ],
    [
      'a reference of a plugin that nobody knows',
      'mock',
      { nosuch: { a: { $env: 5 } } },
      {},
      ['reference-invalid plugins.nosuch.a'],
    ],
    [
      'the reference to an engine',
      'mock',
      {},
      { engine: { name: { $env: 'E', type: 'float' }, config: {} } },
      ['reference-invalid engine.name'],
    ],
    [
      'a transform that is not listed',
      'mock',
      { logprefix: { a: { $env: 'A' } } },
      { transforms: ['abs'], settings: { ...settings, credentials: { clientId: 'c', accessToken: 'x'.repeat(22) } } },
      ['transform-not-listed plugins.logprefix.a'],
    ],
    [
      'a sample that does not fit',
      'mock',
      { reboot: { taskLimit: { $env: 'A', type: 'number' } } },
      { samples: { A: -1 } },
      ['config-invalid plugins.reboot.taskLimit (plugin reboot)'],
    ],
    [
      'a sample that is none',
      'mock',
      { reboot: { taskLimit: { $env: 'A', type: 'number' } } },
      { samples: { A: 'many' } },
      ['reference-value-invalid plugins.reboot.taskLimit'],
    ],
  ])('finds what is wrong with %s', (_, engine, plugins, members, expected) => {
    expect(check(engine, plugins, members)).toEqual(expected)
  })

  it('looks at the configuration that a sample selects, as at the others', () => {
    const engine = { name: { $env: 'ENGINE' }, config: { nothing: 'of interest' } }
    const otherEngines = { native: { createUser: 1 }, mock: {} }
    const found = ['config-invalid otherEngines.native.createUser (engine native)']
    expect(check('mock', {}, { engine, otherEngines, samples: { ENGINE: 'native' } })).toEqual(found)
    expect(check('mock', {}, { engine, otherEngines, samples: { ENGINE: 'mock' } })).toEqual(found)
  })
})
