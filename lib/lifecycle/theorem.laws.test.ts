import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import type { Catalog, EngineEntry, PluginEntry, WorkerEntry } from '@/lib/catalog/entry/entry'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { arbitraryDesign } from './testing/arbitraryDesign'
import { arbitraryWorker } from './testing/arbitraryWorker'
import { attack, taskclusterWorker } from './testing/attack'

const catalog = loadCatalog()
const engines = ['docker', 'native', 'qemu', 'script', 'mock']
const anyDesign = fc.constantFrom(...engines).chain((engine) => arbitraryDesign(taskclusterWorker(catalog), engine))

/** The same catalog, with entries changed. */
function changed(
  { workers }: Catalog,
  changes: {
    worker?: (entry: WorkerEntry) => WorkerEntry
    engine?: (entry: EngineEntry) => EngineEntry
    plugin?: (entry: PluginEntry) => PluginEntry
  },
): Catalog {
  const map = <T>(entries: Record<string, T>, change: (entry: T) => T = (entry) => entry) =>
    Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, change(entry)]))
  return {
    workers: Object.fromEntries(
      Object.entries(workers).map(([name, { worker, engines, plugins }]) => [
        name,
        {
          worker: changes.worker?.(worker) ?? worker,
          engines: map(engines, changes.engine),
          plugins: map(plugins, changes.plugin),
        },
      ]),
    ),
  }
}

function withEveryFeature(entry: EngineEntry): EngineEntry {
  const features = Object.fromEntries(Object.keys(entry.features).map((name) => [name, { supported: true }]))
  return { ...withoutLimits(entry), features }
}

function withoutLimits<T extends WorkerEntry | EngineEntry | PluginEntry>(entry: T): T {
  return {
    ...entry,
    limits: [],
    taskFeatures: (entry.taskFeatures ?? []).filter((feature) => feature.never === undefined),
  }
}

function expectUnrestricted({ effectiveSchema, unrestrictedSchema, restrictions }: Composition) {
  expect(restrictions).toEqual([])
  const { $schema: _, ...effective }: JsonObject = effectiveSchema ?? {}
  expect(effective).toEqual(unrestrictedSchema ?? {})
}

describe('where every feature is supported, nothing is restricted', () => {
  it('with the plugins of the catalog', () => {
    const able = changed(catalog, { worker: withoutLimits, engine: withEveryFeature, plugin: withoutLimits })
    fc.assert(
      fc.property(anyDesign, (design) => expectUnrestricted(composeWorkerType(design, able))),
      { numRuns: deepRuns(300, 1 / 4) },
    )
  })

  it('with made-up plugins', () => {
    fc.assert(
      fc.property(arbitraryWorker(taskclusterWorker(catalog).worker), (made) => {
        const able = changed(made.catalog, { engine: withEveryFeature, plugin: withoutLimits })
        expectUnrestricted(composeWorkerType(made.design, able))
      }),
      { numRuns: deepRuns(500, 1 / 4) },
    )
  })

  it('but for limits of the configuration and what is never done', () => {
    const able = changed(catalog, { engine: (entry) => ({ ...withEveryFeature(entry), limits: entry.limits ?? [] }) })
    const { worker, engines, plugins } = taskclusterWorker(catalog)
    const limits = [worker, ...Object.values(engines), ...Object.values(plugins)].flatMap((entry) =>
      (entry.limits ?? []).map((limit) => `${entry.name}/${limit.id}`),
    )
    fc.assert(
      fc.property(anyDesign, (design) => {
        const ids = composeWorkerType(design, able).restrictions.map(({ id }) => id)
        expect(ids.filter((id) => !limits.includes(id))).toEqual([])
      }),
      { numRuns: deepRuns(200, 1 / 4) },
    )
  })
})

describe('composing', () => {
  it('is a pure function, whatever the order in which plugins were picked', () => {
    const frozen = deepFreeze(structuredClone(catalog))
    const shuffled = anyDesign.chain((design) => {
      const plugins = Object.entries(design.plugins)
      return fc.tuple(fc.constant(design), fc.shuffledSubarray(plugins, { minLength: plugins.length }))
    })
    fc.assert(
      fc.property(shuffled, ([design, plugins]) => {
        const first = composeWorkerType(deepFreeze(design), frozen)
        const again = composeWorkerType({ ...design, plugins: Object.fromEntries(plugins) }, frozen)
        expect(textOf(again)).toBe(textOf(first))
      }),
      { numRuns: deepRuns(200, 1 / 4) },
    )
  })
})

function textOf({ design: _, ...composition }: Composition): string {
  return JSON.stringify(composition)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) deepFreeze(member)
  return Object.freeze(value)
}

describe('the net holds: a catalog with a mistake is caught', () => {
  it.each<[string, (entry: PluginEntry) => PluginEntry]>([
    [
      'an overlay that lets one item through',
      (entry) => withFeature(entry, 'cache', 'caches', { otherwise: { properties: { caches: { maxItems: 1 } } } }),
    ],
    [
      'an overlay for another place',
      (entry) => withFeature(entry, 'cache', 'caches', { requestedBy: { path: '/cache/*' } }),
    ],
    [
      'an overlay for another value',
      (entry) =>
        withFeature(entry, 'tcproxy', 'taskclusterProxy', {
          requestedBy: { path: '/disableTaskclusterProxy', when: { const: true } },
        }),
    ],
  ])('%s', (_, breaks) => {
    const broken = changed(catalog, { plugin: breaks })
    const failure = caught(() => attack(broken, 'native', { runs: 2000, lifecycle: catalog, clauses: 'a' }))
    expect(failure?.message).toMatch(/seed: .*Shrunk/s)
    expect(String(failure?.cause)).toContain('a: accepted, but')
  })
})

function caught(work: () => unknown): Error | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

function withFeature(
  entry: PluginEntry,
  plugin: string,
  name: string,
  change: Partial<NonNullable<PluginEntry['taskFeatures']>[number]>,
): PluginEntry {
  if (entry.name !== plugin) return entry
  const taskFeatures = (entry.taskFeatures ?? []).map((one) => (one.name === name ? { ...one, ...change } : one))
  return { ...entry, taskFeatures }
}
