import { describe, expect, it } from 'vitest'
import type { PluginEntry } from './entry/entry'
import { loadCatalog } from './loadCatalog'
import { parseCustomEntry } from './parseCustomEntry'
import { recordScreen } from './testing/recordScreen'
import { withCustomEntries } from './withCustomEntries'

const catalog = loadCatalog()
const parsed = parseCustomEntry(recordScreen, catalog)
if (!parsed.ok || parsed.value.kind !== 'plugin') throw new Error('the example is no plugin')
const plugin: PluginEntry = parsed.value
const versions = ['1.9.0', '1.10.0', '1.2.0'].map((version) => ({ ...plugin, version }))
const worker = 'taskcluster-worker'

describe('withCustomEntries', () => {
  it('adds entries and leaves the given catalog as it is', () => {
    const before = Object.keys(catalog.workers[worker]?.plugins ?? {})
    const extended = withCustomEntries(catalog, [plugin, { ...plugin, name: 'another' }])
    expect(Object.keys(extended.workers[worker]?.plugins ?? {})).toEqual([...before, 'recordscreen', 'another'])
    expect(extended.workers[worker]?.custom).toEqual(['plugin another', 'plugin recordscreen'])
    expect(Object.keys(catalog.workers[worker]?.plugins ?? {})).toEqual(before)
    expect(catalog.workers[worker]).not.toHaveProperty('custom')
  })

  it('is the same catalog without entries', () => {
    expect(withCustomEntries(catalog, [])).toBe(catalog)
    expect(withCustomEntries(catalog, [{ ...plugin, worker: 'unknown' }])).toBe(catalog)
  })

  it('keeps what comes with the product', () => {
    expect(withCustomEntries(catalog, [{ ...plugin, name: 'env' }])).toBe(catalog)
  })

  it.each<[string, Record<string, string>, string]>([
    ['the newest version', {}, '1.10.0'],
    ['a pinned version', { 'plugin recordscreen': '1.2.0' }, '1.2.0'],
    ['the newest version where the pinned one is gone', { 'plugin recordscreen': '0.1.0' }, '1.10.0'],
    ['the newest version for a pin of something else', { 'engine recordscreen': '1.2.0' }, '1.10.0'],
  ])('takes %s', (_, pins, version) => {
    for (const order of [versions, versions.toReversed()]) {
      expect(withCustomEntries(catalog, order, pins).workers[worker]?.plugins.recordscreen?.version).toBe(version)
    }
  })

  it('puts a newer set of entries over an older one', () => {
    const first = withCustomEntries(catalog, [plugin])
    const second = withCustomEntries(first, [{ ...plugin, version: '2.0.0' }])
    expect(second.workers[worker]?.plugins.recordscreen?.version).toBe('2.0.0')
    expect(second.workers[worker]?.custom).toEqual(['plugin recordscreen'])
  })
})
