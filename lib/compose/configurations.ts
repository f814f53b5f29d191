import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { WorkerCatalog } from '@/lib/catalog/entry'
import type { Design } from './design'
import { selectedEngine } from './selectedEngine'
import { settingsOf } from './settingsOf'

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
