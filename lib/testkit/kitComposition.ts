import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Catalog, EngineEntry, PluginEntry, WorkerCatalog, WorkerEntry } from '@/lib/catalog/entry'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { samplePayload } from '@/lib/schema/samplePayload'
import { hideSecrets } from './hideSecrets'

/** A worker type of one engine and some plugins that nobody runs, and the catalog with nothing else in it. */
export interface KitComposition {
  composition: Composition
  catalog: Catalog
}

const settings = new WeakMap<WorkerEntry, JsonObject>()

/** Composes an engine and plugins in a strict design, with all settings that the worker has. */
export function kitComposition(
  { worker, custom }: WorkerCatalog,
  engine: { entry: EngineEntry; config: JsonValue },
  plugins: readonly { entry: PluginEntry; config: JsonValue }[],
): KitComposition {
  const catalog: Catalog = {
    workers: {
      [worker.name]: {
        worker,
        engines: { [engine.entry.name]: engine.entry },
        plugins: Object.fromEntries(plugins.map(({ entry }) => [entry.name, entry])),
        ...(custom === undefined ? {} : { custom }),
      },
    },
  }
  const composition = composeWorkerType(
    {
      worker: worker.name,
      provisionerId: 'proj',
      workerType: 'example',
      description: '',
      strict: true,
      engine: { name: engine.entry.name, config: engine.config },
      plugins: Object.fromEntries(plugins.map(({ entry, config }) => [entry.name, config])),
      disabledPlugins: [],
      otherEngines: {},
      settings: settingsFor(worker),
      samples: {},
    },
    catalog,
  )
  return { composition, catalog }
}

function settingsFor(worker: WorkerEntry): JsonObject {
  const known = settings.get(worker)
  if (known !== undefined) return known
  const sample = hideSecrets(worker.configSchema, samplePayload(worker.configSchema, { size: 'full' }) ?? {})
  const {
    provisionerId: _,
    workerType: __,
    ...own
  } = isJsonObject(sample) && isJsonObject(sample.worker) ? sample.worker : {}
  const found = { ...(isJsonObject(sample) ? sample : {}), worker: own }
  settings.set(worker, found)
  return found
}
