import type { JsonObject } from '@/lib/base/json'
import type { EngineEntry, PluginEntry, WorkerCatalog } from '@/lib/catalog/entry/entry'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { madeUpEngine } from '@/lib/testkit/madeUp'

/** A worker with its vocabulary of engine features, and without any entry. */
export function bareWorker(): WorkerCatalog {
  const found = loadCatalog().workers['taskcluster-worker']
  if (found === undefined) throw new Error('there is no taskcluster-worker')
  return { worker: found.worker, engines: {}, plugins: {} }
}

/** A task feature that opens a display for `/film`. */
export const film: TaskFeature = {
  name: 'film',
  title: 'Film',
  requestedBy: { path: '/film' },
  calls: [{ stage: 'Started', feature: 'openDisplay' }],
  whenMissing: 'malformed-payload',
}

/** A plugin with a property `film`, and the task features that are given. */
export function pluginWith(taskFeatures: TaskFeature[], change: Partial<PluginEntry> = {}): PluginEntry {
  const properties: JsonObject = { name: { type: 'string' }, scenes: { type: 'object', additionalProperties: {} } }
  return {
    kind: 'plugin',
    worker: 'taskcluster-worker',
    name: 'film',
    version: '1.2.3',
    title: 'Film',
    description: 'Made for tests.',
    whenDisabled: 'refused',
    configSchema: { type: 'object', additionalProperties: false },
    payloadSchema: {
      type: 'object',
      properties: { film: { type: 'object', title: 'Film', properties, additionalProperties: false } },
    },
    taskFeatures,
    ...change,
  }
}

/** An engine with everything, but for what is given. */
export function engineWith(features: EngineEntry['features'], change: Partial<EngineEntry> = {}): EngineEntry {
  const engine = madeUpEngine(bareWorker().worker, [])
  return { ...engine, features: { ...engine.features, ...features }, ...change }
}
