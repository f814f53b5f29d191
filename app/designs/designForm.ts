import type { JsonObject, JsonValue } from '@/lib/base/json'
import { isJsonObject } from '@/lib/base/json'
import type { EngineEntry, PluginEntry, WorkerCatalog } from '@/lib/catalog/entry'
import { summaryOf } from '../catalog/summaryOf'
import type { Field } from '../forms/field'
import { fieldOf } from '../forms/fieldOf'
import { startValue } from '../forms/startValue'

/** An engine or a plugin as the designer offers it. `start` is its configuration when it is chosen. */
export interface Choice {
  name: string
  title: string
  /** of the entry; a design that chooses it keeps to this version */
  version: string
  summary: string
  /** a word or two beside the title: platforms, that it is not in the released program, or that it is custom */
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
    ...choice(entry),
    remark: [entry.platforms.join(', '), customWords(entry, catalog)].filter((words) => words !== '').join(' · '),
  }))
  const plugins = Object.values(catalog.plugins).map((entry) => ({
    ...choice(entry),
    ...pluginRemark(entry, catalog),
  }))
  return { engines, plugins, settings: fieldOf(withoutIdentity(catalog.worker.configSchema), 'Settings') }
}

function choice({ name, title, version, description, configSchema }: EngineEntry | PluginEntry): Choice {
  const field = fieldOf(configSchema, title)
  return { name, title, version, summary: summaryOf(description), field, start: startValue(field) ?? {} }
}

function pluginRemark(entry: PluginEntry, catalog: WorkerCatalog): { remark?: string } {
  if (entry.released === false) return { remark: 'not in the released program' }
  const remark = customWords(entry, catalog)
  return remark === '' ? {} : { remark }
}

function customWords({ kind, name, version }: EngineEntry | PluginEntry, { custom }: WorkerCatalog): string {
  return custom?.includes(`${kind} ${name}`) ? `custom, version ${version}` : ''
}

function withoutIdentity(schema: JsonObject): JsonObject {
  const { properties } = schema
  if (!isJsonObject(properties) || !isJsonObject(properties.worker) || !isJsonObject(properties.worker.properties))
    return schema
  const { provisionerId: _p, workerType: _w, ...own } = properties.worker.properties
  return { ...schema, properties: { ...properties, worker: { ...properties.worker, properties: own } } }
}
