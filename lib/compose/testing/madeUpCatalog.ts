import type { JsonObject } from '@/lib/base/json'
import type { Catalog, EngineFeature } from '@/lib/catalog/entry/entry'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { loadCatalog } from '@/lib/catalog/loadCatalog'

/** A catalog with one engine, `made`, that has the given features, and one plugin, `made`, with the given properties and task features. */
export function madeUpCatalog(
  features: Record<string, EngineFeature>,
  properties: JsonObject,
  taskFeatures: Omit<TaskFeature, 'title'>[],
): Catalog {
  const worker = loadCatalog().workers['taskcluster-worker']?.worker
  if (worker === undefined) throw new Error('the catalog has no taskcluster-worker')
  const common = {
    worker: worker.name,
    name: 'made',
    version: '1.0.0',
    title: 'Made up',
    description: 'Made up.',
    configSchema: {},
  }
  return {
    workers: {
      [worker.name]: {
        worker,
        engines: {
          made: {
            ...common,
            kind: 'engine',
            platforms: [],
            maxConcurrency: 0,
            volumeSchema: {},
            payloadSchema: {},
            features,
          },
        },
        plugins: {
          made: {
            ...common,
            kind: 'plugin',
            whenDisabled: 'refused',
            payloadSchema: { type: 'object', properties },
            taskFeatures: taskFeatures.map((feature) => ({ title: feature.name, ...feature })),
          },
        },
      },
    },
  }
}
