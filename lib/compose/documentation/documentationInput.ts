import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { EngineEntry, PluginEntry, WorkerEntry } from '@/lib/catalog/entry/entry'
import type { Composition } from '@/lib/compose/composition'
import { inlineDefinitions } from '@/lib/schema/document/mapSubschemas'

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

/** One form of the payload, as the documentation tells of it. */
export interface DocumentedForm {
  /** undefined where the engine knows only one kind of payload */
  name: string | undefined
  title: string | undefined
  schema: JsonObject
}

/** The forms of payloads that the worker type takes; none where no task can run. */
export function documentedForms({ effectiveSchema, payloadForms, engine }: DocumentationInput): DocumentedForm[] {
  if (effectiveSchema === undefined) return []
  const readable = inlineDefinitions(effectiveSchema)
  const { oneOf } = readable
  const branches = payloadForms.length > 1 && Array.isArray(oneOf) ? oneOf : [readable]
  return branches.flatMap((schema, index) => {
    const name = payloadForms[index]
    const title = name === undefined ? undefined : engine.payloadForms?.[name]?.title
    return isJsonObject(schema) ? [{ name, title, schema }] : []
  })
}
