import type { JsonObject, JsonValue } from '@/lib/base/json'
import { isJsonObject } from '@/lib/base/json'
import type { WorkerCatalog } from '@/lib/catalog/entry'
import { summaryOf } from '../catalog/summaryOf'
import type { Field } from '../forms/field'
import { fieldOf } from '../forms/fieldOf'
import { startValue } from '../forms/startValue'

/** An engine or a plugin as the designer offers it. `start` is its configuration when it is chosen. */
export interface Choice {
  name: string
  title: string
  summary: string
  /** a word or two beside the title: platforms, or that it is not in the released program */
  remark?: string
  field: Field
  start: JsonValue
}

/** Everything that the designer's form is made of, for one worker. */
export interface DesignForm {
  engines: Choice[]
  plugins: Choice[]
  settings: Field
}

/** The form for designs of a worker, from its catalog entries. Identity is asked for elsewhere, so it is left out of the settings. */
export function designForm(catalog: WorkerCatalog): DesignForm {
  const engines = Object.values(catalog.engines).map((entry) => ({
    ...choice(entry.name, entry.title, entry.description, entry.configSchema),
    remark: entry.platforms.join(', '),
  }))
  const plugins = Object.values(catalog.plugins).map((entry) => ({
    ...choice(entry.name, entry.title, entry.description, entry.configSchema),
    ...(entry.released === false ? { remark: 'not in the released program' } : {}),
  }))
  return { engines, plugins, settings: fieldOf(withoutIdentity(catalog.worker.configSchema), 'Settings') }
}

function choice(name: string, title: string, description: string, configSchema: JsonObject): Choice {
  const field = fieldOf(configSchema, title)
  return { name, title, summary: summaryOf(description), field, start: startValue(field) ?? {} }
}

function withoutIdentity(schema: JsonObject): JsonObject {
  const { properties } = schema
  if (!isJsonObject(properties) || !isJsonObject(properties.worker) || !isJsonObject(properties.worker.properties))
    return schema
  const { provisionerId: _p, workerType: _w, ...own } = properties.worker.properties
  return { ...schema, properties: { ...properties, worker: { ...properties.worker, properties: own } } }
}
