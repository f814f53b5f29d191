import { summaryOf } from '@/app/_ui/catalog/summaryOf'
import type { Field } from '@/app/_ui/forms/fields/field'
import { fieldOf } from '@/app/_ui/forms/fields/fieldOf'
import { startValue } from '@/app/_ui/forms/fields/fieldValues'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { offersPools } from '@/lib/bundle/pool/composedPool'
import type { EngineEntry, PluginEntry, WorkerCatalog, WorkerEntry } from '@/lib/catalog/entry/entry'
import { isPartOf, whyPluginUnknown, whyUnknown } from '@/lib/catalog/entry/versions'
import { type PoolForm, poolForm } from './poolForm'

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
  /** whether designs say which version of the worker program they are for */
  versioned: boolean
  /** what the program of an engine does not have: plugins by name, and members as `settings.capacity` or `plugins.d2g.gpus` */
  unavailable: Record<string, string[]>
  /** absent for a worker that has no pools */
  pool?: PoolForm
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
  const { worker } = catalog
  return {
    engines,
    plugins,
    settings: fieldOf(offered(withoutIdentity(worker)), 'Settings'),
    versioned: worker.latest !== undefined,
    unavailable: Object.fromEntries(engines.map(({ name }) => [name, unavailableOn(name, catalog)])),
    ...(offersPools(worker) ? { pool: poolForm() } : {}),
  }
}

/** What belongs to the machine or to the deployment is not asked for; a design may have it all the same. */
function offered(schema: JsonObject): JsonObject {
  const { properties } = schema
  if (!isJsonObject(properties)) return schema
  const members = Object.entries(properties).filter(([, member]) => !isJsonObject(member) || member.class === undefined)
  return { ...schema, properties: Object.fromEntries(members) }
}

function unavailableOn(engine: string, { worker, plugins }: WorkerCatalog): string[] {
  const version = worker.latest ?? '0.0.0'
  const unknown = (schema: JsonObject, place: string, none = false) =>
    Object.entries(isJsonObject(schema.properties) ? schema.properties : {}).flatMap(([name, member]) =>
      none || whyUnknown(member, engine, version) !== undefined ? [`${place}.${name}`] : [],
    )
  return [
    ...unknown(worker.configSchema, 'settings'),
    ...Object.values(plugins).flatMap((entry) =>
      isPartOf(entry, engine, version)
        ? unknown(entry.configSchema, `plugins.${entry.name}`, whyPluginUnknown(entry, engine, version) !== undefined)
        : [`plugins.${entry.name}`],
    ),
  ]
}

function choice({ name, title, version, description, configSchema }: EngineEntry | PluginEntry): Choice {
  const field = fieldOf(offered(configSchema), title)
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

function withoutIdentity({ configSchema: schema, identity: { setting } }: WorkerEntry): JsonObject {
  const { properties } = schema
  const holder = setting === undefined || !isJsonObject(properties) ? undefined : properties[setting]
  if (setting === undefined || !isJsonObject(properties) || !isJsonObject(holder)) return schema
  if (!isJsonObject(holder.properties)) return schema
  const { provisionerId: _p, workerType: _w, ...own } = holder.properties
  return { ...schema, properties: { ...properties, [setting]: { ...holder, properties: own } } }
}
