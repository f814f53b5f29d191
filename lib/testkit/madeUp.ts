import type { JsonObject } from '@/lib/base/json'
import type { EngineEntry, PluginEntry, WorkerCatalog, WorkerEntry } from '@/lib/catalog/entry/entry'

/** An engine for tests: it takes any task, has no configuration, and every engine feature of the worker but those that are `lacking`. */
export function madeUpEngine(worker: WorkerEntry, lacking: readonly string[]): EngineEntry {
  return {
    kind: 'engine',
    worker: worker.name,
    name: 'made-up',
    version: '1.0.0',
    title: 'Made-up engine',
    description: 'An engine for tests.',
    platforms: ['linux'],
    configSchema: { type: 'object', additionalProperties: false },
    payloadSchema: {},
    volumeSchema: { type: 'object', additionalProperties: false },
    maxConcurrency: 0,
    features: Object.fromEntries(
      Object.keys(worker.engineFeatures).map((name) => [
        name,
        lacking.includes(name) ? { supported: false, reason: 'it is made so' } : { supported: true },
      ]),
    ),
  }
}

/**
 * A plugin for tests that needs one engine feature: a task asks for it by a property of its own, with a text for each argument that the engine
 * limits.
 */
export function madeUpPlugin(feature: string, engine: EngineEntry, { worker, plugins }: WorkerCatalog): PluginEntry {
  const property = `uses${feature.charAt(0).toUpperCase()}${feature.slice(1)}`
  const title = worker.engineFeatures[feature] ?? feature
  const names = Object.keys(engine.features[feature]?.arguments ?? {})
  const properties: JsonObject = Object.fromEntries(names.map((name) => [name, { type: 'string' }]))
  const calls = Object.values(plugins).flatMap((plugin) =>
    (plugin.taskFeatures ?? []).flatMap((one) => one.calls ?? []),
  )
  return {
    kind: 'plugin',
    worker: worker.name,
    name: property.toLowerCase(),
    version: '1.0.0',
    title,
    description: 'A plugin for tests.',
    whenDisabled: 'refused',
    configSchema: { type: 'object', additionalProperties: false },
    payloadSchema: {
      type: 'object',
      properties: {
        [property]: {
          type: 'object',
          title,
          additionalProperties: false,
          ...(names.length > 0 ? { properties, required: names } : {}),
        },
      },
    },
    taskFeatures: [
      {
        name: feature,
        title,
        requestedBy: { path: `/${property}` },
        calls: [
          {
            stage: calls.find((call) => call.feature === feature)?.stage ?? 'Started',
            feature,
            ...(names.length > 0
              ? { arguments: Object.fromEntries(names.map((name) => [name, [{ valueAt: `/${property}/${name}` }]])) }
              : {}),
          },
        ],
        whenMissing: 'malformed-payload',
      },
    ],
  }
}
