import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { EngineEntry, PluginEntry, WorkerEntry } from '@/lib/catalog/entry'
import type { Composition } from '@/lib/compose/composition'

/** What the documentation of a worker type is written from: the parts of a composition and the catalog entries behind it. */
export interface DocumentationInput
  extends Pick<
    Composition,
    'provisionerId' | 'workerType' | 'payloadForms' | 'restrictions' | 'provenance' | 'scopes' | 'matrix'
  > {
  /** as the admin typed it: text, not Markdown */
  description: string
  strict: boolean
  worker: WorkerEntry
  engine: EngineEntry
  /** enabled plugins, sorted by name */
  plugins: PluginEntry[]
  /** undefined where no task can run */
  effectiveSchema?: JsonObject
  /** payloads that the effective schema accepts, the smallest first */
  examples: JsonValue[]
}
