import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import type { EngineEntry, PluginEntry, WorkerCatalog } from '@/lib/catalog/entry/entry'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { madeUpCatalog } from '@/lib/compose/testing/madeUpCatalog'
import { checkName, checkProperties } from './checkClashes'

const catalog = loadCatalog().workers['taskcluster-worker']
const made = madeUpCatalog({}, {}, []).workers['taskcluster-worker']
if (catalog === undefined || made?.engines.made === undefined || made.plugins.made === undefined)
  throw new Error('there is no catalog')
const builtIn: WorkerCatalog = catalog
const engine = (name: string): EngineEntry => ({ ...madeEngine, name })
const plugin = (name: string): PluginEntry => ({ ...madePlugin, name })
const madeEngine = made.engines.made
const madePlugin = made.plugins.made

describe('checkName', () => {
  it.each<[string, EngineEntry | PluginEntry]>([
    ['a free name', plugin('recordscreen')],
    ['a plugin called like an engine', plugin('docker')],
    ['an engine called like a plugin', engine('cache')],
    ['the longest name', plugin('a'.repeat(64))],
  ])('lets %s pass', (_, entry) => {
    expect(checkName(entry, builtIn)).toEqual([])
  })

  it.each<[string, EngineEntry | PluginEntry, string, string]>([
    ['disabled', plugin('disabled'), 'name-reserved', 'The name disabled means something else to a worker.'],
    ['manager', plugin('manager'), 'name-reserved', 'The name manager means something else to a worker.'],
    ['constructor', engine('constructor'), 'name-reserved', 'The name constructor means something else to a worker.'],
    ['worker', engine('worker'), 'name-reserved', 'The name worker means something else to a worker.'],
    [
      'a plugin of the product',
      plugin('cache'),
      'name-taken',
      'There is a plugin called cache already, which comes with the product.',
    ],
    [
      'an engine of the product',
      engine('docker'),
      'name-taken',
      'There is an engine called docker already, which comes with the product.',
    ],
  ])('refuses %s', (_, entry, code, message) => {
    expect(checkName(entry, builtIn)).toMatchObject([{ code, message, place: ['name'] }])
  })

  it('refuses names that are too long', () => {
    expect(checkName(plugin('a'.repeat(65)), builtIn)).toEqual([
      { place: ['name'], message: 'A name has at most 64 characters.' },
    ])
  })

  it('takes another custom entry of that kind and name for an earlier version', () => {
    const custom = (...labels: string[]): WorkerCatalog => ({
      ...builtIn,
      plugins: { ...builtIn.plugins, mine: plugin('mine') },
      custom: labels,
    })
    expect(checkName(plugin('mine'), custom('plugin mine'))).toEqual([])
    expect(checkName(plugin('mine'), custom('engine mine'))).toMatchObject([{ code: 'name-taken' }])
  })
})

describe('checkProperties', () => {
  const part = (...names: string[]): JsonObject => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, {}])),
  })
  const taken = (entry: EngineEntry | PluginEntry, ...parts: JsonObject[]) =>
    checkProperties(entry, parts, builtIn).map(({ place, message }) => [
      place.at(-1),
      message.replace(/^.* belongs to /, ''),
    ])

  it.each<[string, EngineEntry | PluginEntry, JsonObject[], unknown[]]>([
    ['free ones', plugin('mine'), [part('mine', 'other')], []],
    ['none', plugin('mine'), [{}], []],
    ['that of a plugin', plugin('mine'), [part('caches')], [['caches', 'plugin cache.']]],
    ['that of an engine', plugin('mine'), [part('context')], [['context', 'engine native.']]],
    ['that of several engines', plugin('mine'), [part('image')], [['image', 'engine docker, engine qemu.']]],
    ['that of the worker', plugin('mine'), [part('supersederUrl')], [['supersederUrl', 'worker taskcluster-worker.']]],
    ['that only a switch adds', plugin('mine'), [part('chainOfTrust')], [['chainOfTrust', 'plugin artifacts.']]],
    [
      'several, in several parts',
      plugin('mine'),
      [part('mine'), part('env', 'mine'), part('env', 'reboot')],
      [
        ['env', 'plugin env.'],
        ['reboot', 'plugin reboot.'],
      ],
    ],
    ['that of another engine, which never runs beside it', engine('mine'), [part('image')], []],
    ['that of a plugin, in an engine', engine('mine'), [part('env')], [['env', 'plugin env.']]],
    ['its own, in an earlier version', plugin('cache'), [part('caches')], []],
    [
      'that of an engine of the same name',
      plugin('docker'),
      [part('image')],
      [['image', 'engine docker, engine qemu.']],
    ],
  ])('looks at %s', (_, entry, parts, expected) => {
    expect(taken(entry, ...parts)).toEqual(expected)
  })
})
