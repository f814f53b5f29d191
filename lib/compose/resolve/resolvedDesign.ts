import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { EngineEntry, PluginEntry, TemplateContext, WorkerCatalog, WorkerEntry } from '@/lib/catalog/entry/entry'
import type { Design } from '@/lib/compose/design/design'

/** An entry with its configuration in one design. */
export interface Component<
  Entry extends EngineEntry | PluginEntry | WorkerEntry = EngineEntry | PluginEntry | WorkerEntry,
> {
  entry: Entry
  /** `engine native`, `plugin cache`, `worker taskcluster-worker` */
  label: string
  /** configuration with samples in place of references */
  config: JsonValue
  /** where the configuration stands in the design */
  place: (string | number)[]
  /** what the entry's templates read; reading an open value adds to `openPlaces` */
  context: TemplateContext
}

/** A design whose names are known and whose samples are in place. */
export interface ResolvedDesign {
  design: Design
  catalog: WorkerCatalog
  worker: Component<WorkerEntry>
  engine: Component<EngineEntry>
  /** enabled plugins, sorted by name */
  plugins: Component<PluginEntry>[]
  /** plugins that the worker program was built with and that are not enabled, where its payload schema has their parts all the same */
  absent: Component<PluginEntry>[]
  workerVersion: string
  settings: JsonObject
  provisionerId: string
  workerType: string
  /** references that a template has read although nobody knows their value, by place */
  openPlaces: Map<string, { path: string; component: string; name: string }>
}
