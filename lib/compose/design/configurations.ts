import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { WorkerCatalog, WorkerEntry } from '@/lib/catalog/entry/entry'
import { applySamples } from './applySamples'
import type { Design } from './design'

/** One configuration in a design. */
export interface Configuration {
  /** `engine native`, `plugin cache`, `worker taskcluster-worker` */
  label: string
  /** undefined where the catalog does not have the entry */
  schema: JsonObject | undefined
  config: JsonValue
  /** where it stands in the design */
  place: string[]
}

/**
 * Every configuration in a design: the settings, with the identity among them, all engines and plugins that are mentioned, selected and enabled or
 * not.
 */
export function configurations(design: Design, { worker, engines, plugins }: WorkerCatalog): Configuration[] {
  const { name, config, place } = selectedEngine(design)
  // A configuration that is selected by a sample stands among the others.
  const selected =
    place[0] === 'engine' ? [one('engine', typeof name === 'string' ? name : '', engines, config, place)] : []
  const all = (kind: string, group: 'otherEngines' | 'plugins', entries: Entries) =>
    Object.entries(design[group]).map(([key, value]) => one(kind, key, entries, value, [group, key]))
  return [
    {
      label: `worker ${worker.name}`,
      schema: worker.configSchema,
      config: settingsOf(design, worker),
      place: ['settings'],
    },
    ...selected,
    ...all('engine', 'otherEngines', engines),
    ...all('plugin', 'plugins', plugins),
  ]
}

type Entries = Record<string, { configSchema: JsonObject }>

function one(kind: string, name: string, entries: Entries, config: JsonValue, place: string[]): Configuration {
  const schema = Object.hasOwn(entries, name) ? entries[name]?.configSchema : undefined
  return { label: `${kind} ${name}`, schema, config, place }
}

/** The engine that a design selects and the configuration that counts for it. */
interface SelectedEngine {
  /** a reference where nobody knows the name yet */
  name: JsonValue
  config: JsonValue
  /** where the configuration stands in the design */
  place: string[]
}

/**
 * The engine that a design selects, its name with samples in place. Where the name is a reference, any of the configurations may be the selected
 * one, so all are kept together in `otherEngines`. Adds problems of the sample.
 */
export function selectedEngine(design: Design, problems: Problem[] = []): SelectedEngine {
  const name = applySamples(design.engine.name, design.samples, ['engine', 'name'], problems)
  if (typeof name === 'string' && typeof design.engine.name !== 'string' && Object.hasOwn(design.otherEngines, name)) {
    return { name, config: design.otherEngines[name] ?? null, place: ['otherEngines', name] }
  }
  return { name, config: design.engine.config, place: ['engine', 'config'] }
}

/** The worker's settings as its configuration has them: with the identity in the setting that the worker has for it, where
 * that of the design counts. */
export function settingsOf(design: Design, { identity: { setting } }: WorkerEntry): JsonObject {
  if (setting === undefined) return design.settings
  const { [setting]: named, ...rest } = design.settings
  if (named !== undefined && !isJsonObject(named)) return design.settings
  const identity: JsonObject = {}
  if (design.provisionerId !== '') identity.provisionerId = design.provisionerId
  if (design.workerType !== '') identity.workerType = design.workerType
  if (named === undefined && Object.keys(identity).length === 0) return rest
  return { ...rest, [setting]: { ...named, ...identity } }
}
