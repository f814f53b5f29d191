import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { configSwitches } from '@/lib/catalog/custom/configSwitches'
import { measureTemplates } from '@/lib/catalog/custom/measureTemplates'
import { passesStartChecks } from '@/lib/catalog/custom/trialContexts'
import type { Catalog, EngineEntry, PluginEntry, WorkerCatalog, WorkerEntry } from '@/lib/catalog/entry/entry'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { secretPlaces } from '@/lib/compose/secrets/secretPlaces'
import { samplePayload } from '@/lib/schema/sample/samplePayload'

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

/** A copy of a configuration with a reference in place of every secret, as in a design. */
export function hideSecrets(schema: JsonObject, config: JsonValue): JsonValue {
  return secretPlaces(schema, config).reduce<JsonValue>(withReference, config)
}

function withReference(value: JsonValue, [head, ...rest]: readonly (string | number)[]): JsonValue {
  if (head === undefined) return { $env: 'SECRET' }
  if (Array.isArray(value)) return value.map((item, i) => (i === head ? withReference(item, rest) : item))
  if (!isJsonObject(value)) return value
  return { ...value, [head]: withReference(getOwn(value, String(head)) ?? null, rest) }
}

/** A worker type of one engine and some plugins that nobody runs, and the catalog with nothing else in it. */
export interface KitComposition {
  composition: Composition
  catalog: Catalog
}

const settings = new WeakMap<WorkerEntry, JsonObject>()

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

/** Configurations beyond these are left to the check of templates. */
const most = 24

/**
 * Configurations under which an entry is tested: the fullest one first, then those that differ in what its templates look at. At least one, which is
 * empty where its schema accepts none that could be found.
 */
export function kitConfigs(entry: EngineEntry | PluginEntry): JsonValue[] {
  const { names } = measureTemplates(entry)
  const found = (configSwitches(entry.configSchema, names) ?? []).filter((config) => passesStartChecks(entry, config))
  if (found.length === 0) return [{}]
  return found.slice(0, most).map((config) => hideSecrets(entry.configSchema, config))
}

/** Of variants whose payload schemas are the same, before and after narrowing, the first one. */
export function distinctVariants<Variant extends { complete: KitComposition }>(
  variants: readonly Variant[],
): Variant[] {
  const found = new Map<string, Variant>()
  for (const variant of variants) {
    const { unrestrictedSchema, effectiveSchema } = variant.complete.composition
    const key = JSON.stringify([unrestrictedSchema, effectiveSchema])
    if (!found.has(key)) found.set(key, variant)
  }
  return [...found.values()]
}
