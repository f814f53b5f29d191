import type { JsonValue } from '@/lib/base/json'
import type { Catalog, PluginEntry } from '@/lib/catalog/entry/entry'

/** A catalog whose worker has `count` further plugins, each with a property, a task feature and a limit of its own. */
export function syntheticCatalog(
  catalog: Catalog,
  count: number,
): { catalog: Catalog; plugins: Record<string, JsonValue> } {
  const worker = catalog.workers['taskcluster-worker']
  if (!worker) throw new Error('the catalog has no taskcluster-worker')
  const plugins: Record<string, PluginEntry> = {}
  const configs: Record<string, JsonValue> = {}
  for (let i = 0; i < count; i++) {
    const name = `synthetic${i}`
    plugins[name] = syntheticPlugin(name)
    configs[name] = { most: i }
  }
  return {
    catalog: { workers: { 'taskcluster-worker': { ...worker, plugins: { ...worker.plugins, ...plugins } } } },
    plugins: configs,
  }
}

function syntheticPlugin(name: string): PluginEntry {
  return {
    kind: 'plugin',
    worker: 'taskcluster-worker',
    name,
    version: '1.0.0',
    title: name,
    description: name,
    whenDisabled: 'refused',
    configSchema: { type: 'object', additionalProperties: false, properties: { most: { type: 'integer' } } },
    payloadSchema: {
      type: 'object',
      properties: {
        [name]: {
          type: 'object',
          additionalProperties: false,
          description: { $eval: "'at most ' + str(config.most)" },
          properties: { size: { type: 'integer' }, volume: { type: 'string' } },
        },
      },
    },
    taskFeatures: [
      {
        name: 'volume',
        title: 'Volume',
        requestedBy: { path: `/${name}/volume` },
        calls: [{ stage: 'BuildSandbox', feature: 'attachVolume' }],
        whenMissing: 'malformed-payload',
      },
    ],
    limits: [
      {
        id: 'most',
        title: 'Limit',
        reason: 'there is a limit',
        kind: 'refused',
        overlay: { properties: { [name]: { properties: { size: { maximum: { $eval: 'config.most' } } } } } },
      },
    ],
  }
}
