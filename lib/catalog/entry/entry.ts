import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Severity } from '@/lib/base/problem'
import type { Check } from './check'
import type { TaskFeature } from './taskFeature'

/**
 * The catalog's entries as TypeScript sees them after `loadCatalog` has checked them against
 * `public/catalog-entry.schema.json`. The two must stay in step.
 *
 * A field of type `Template` is JSON-e, rendered with `TemplateContext`.
 */
export type Template = JsonValue

/** What the templates of an entry can read. Nothing else is in reach. */
export interface TemplateContext {
  /** the entry's own configuration; for the worker entry its settings */
  config: JsonValue
  /** the worker's settings: everything in its configuration that is neither engine nor plugin */
  settings: JsonObject
  /** the selected engine */
  engine: { name: string; platforms: string[]; volumeSchema: JsonObject }
  /** configuration of the plugins that are enabled, by name */
  plugins: Record<string, JsonValue>
  /** version of the worker program that the design is for */
  workerVersion: string
  provisionerId: string
  workerType: string
  /** the pool that the design is for: its provider, '' for none, and the facts of a machine that worker-runner brings, such as `publicIP` */
  pool: { provider: string; brings: string[] }
}

/** A narrowing that follows from configuration alone. */
export interface Limit {
  id: string
  title: string
  /** Markdown-free sentence; a JSON-e string template */
  reason: string
  /** JSON-e condition; absent means always */
  if?: string
  /** only payloads of this form */
  form?: string
  /** rendered, then intersected with the payload schema; places that the schema does not have are skipped. `false` closes the form */
  overlay: Template
  /** `refused`: the worker refuses such tasks. `dropped`: it runs them with less than they ask for (strict designs only) */
  kind: 'refused' | 'dropped'
}

/** A fact that an admin must know, told where it bites. */
export interface Notice {
  id: string
  severity: Severity
  /** a plain sentence */
  message: string
  /** place in the entry's configuration, dotted; '' is the entry itself */
  at?: string
  /** JSON-e condition over the entry's context; absent means always */
  if?: string
  help?: string
}

/** A check of a configuration that the worker makes when it starts, beyond its JSON Schema. */
export interface StartCheck {
  id: string
  message: string
  at: string
  /** JSON Schema that the value at `at` (pointer pattern) must satisfy, */
  schema?: JsonObject
  /** or a named check: every value is a draft-04 schema that the script engine can load */
  check?: 'draft-04-schema'
  /** or a JSON-e condition over the entry's context under which it stops */
  if?: string
  /** or ranges of numbers that must neither meet nor go beyond `maximum` */
  ranges?: { name: string /** JSON-e expressions */; from: string; to: string; if?: string }[]
  maximum?: number
  /** the stage at which the worker stops */
  stage: 'engine' | 'plugin'
}

interface CommonEntry {
  /** the worker program: `taskcluster-worker` */
  worker: string
  name: string
  /** version of this entry, semver */
  version: string
  /** version range of the worker program that it is true for */
  workerVersions?: string
  title: string
  /** Markdown, our own words */
  description: string
  /** JSON Schema of the entry's configuration. Members may carry `secret: true` and `default` */
  configSchema: JsonObject
  startChecks?: StartCheck[]
  /** JSON-e; an object schema with `properties` and `required`, or `{}` for nothing */
  payloadSchema: Template
  /** Markdown for the authors of tasks */
  documentation?: string
  taskFeatures?: TaskFeature[]
  limits?: Limit[]
  checks?: Check[]
  notices?: Notice[]
}

/** A limit on one argument of an engine feature. */
export interface ArgumentLimit {
  /** JSON Schema of the argument */
  schema?: JsonObject
  /** a sentence: what the engine takes */
  reason: string
  /** values of one task must differ: exactly, or also not be nested in each other (paths) */
  distinct?: 'exact' | 'nested'
}

/** Whether an engine has a feature. */
export interface EngineFeature {
  /** `true`, `false`, or a JSON-e expression over the engine's context */
  supported: boolean | string
  /** why not; required where it can be unsupported */
  reason?: string
  /** what an admin should know although it is supported; becomes a notice where a plugin uses it */
  caveat?: string
  arguments?: Record<string, ArgumentLimit>
}

/** One of the forms that a payload may take. */
export interface PayloadForm {
  title: string
  /** JSON Schema of the payloads that are meant to be of this form; no payload is meant to be of two */
  when: JsonObject
}

/** engine-catalog/<worker>/<engine>.yml */
export interface EngineEntry extends CommonEntry {
  kind: 'engine'
  platforms: string[]
  /**
   * forms that a payload may take, in the order of the program's `oneOf`. Payload parts then are `{forms: {<form>: schema}, definitions}`,
   * and forms that the engine does not have are left out
   */
  payloadForms?: Record<string, PayloadForm>
  volumeSchema: JsonObject
  features: Record<string, EngineFeature>
  /** JSON-e expression over the context: the most tasks at once, 0 = unbounded */
  maxConcurrency: number | string
  /** dialect of the payload properties: draft and how the worker measures strings. Default draft 6, bytes */
  payloadDialect?: { draft: 4 | 6; stringLength: 'bytes' | 'codePoints' }
}

/** plugin-catalog/<worker>/<plugin>.yml */
export interface PluginEntry extends CommonEntry {
  kind: 'plugin'
  /** what the worker does with the plugin's payload places when it is not enabled */
  whenDisabled: 'refused' | 'ignored'
  /** worker settings that it needs to do anything, e.g. `webHookServer` */
  needs?: string[]
  /** engines whose program has it; absent means all */
  engines?: string[]
  /** versions of the worker program that have it: from, and up to but without */
  since?: string
  until?: string
  /** property of the worker's configuration that enables it, where being named there is not what does */
  switch?: {
    /** pointer */ path: string
    default: boolean /** engines that know it; absent means all */
    engines?: string[]
  }
  /** pointer to where its configuration stands in that of the worker; absent means where the format puts it */
  configAt?: string
  /** in the released program */
  released?: boolean
  /** facts that an admin must know where the plugin is not enabled; conditions read an empty `config` */
  noticesWhenDisabled?: Notice[]
}

/** engine-catalog/<worker>/worker.yml: the worker program itself and its settings. */
export interface WorkerEntry extends CommonEntry {
  kind: 'worker'
  /** how its configuration file is laid out; names an adapter in lib/compose/configFormat */
  configFormat: string
  /** patterns that the worker (not the Queue) puts on an identity, and the setting that holds it, where one does */
  identity: { provisionerId: string; workerType: string; setting?: string }
  /** how payload schemas meet: a shared property name is a conflict, or shared objects are merged in depth */
  merge: 'disjoint' | 'deep'
  /** whose parts the program's own payload schema has: those of enabled plugins (the default), or all that it was built with */
  payloadParts?: 'enabled' | 'all'
  /** the program fills in the defaults of its configuration, objects in depth, so conditions read a complete one */
  fillsDefaults?: boolean
  /** how the program measures texts of a payload; default bytes */
  stringLength?: 'bytes' | 'codePoints'
  /** what the program's validator says of texts of a format beyond what its name means elsewhere */
  formats?: Record<string, JsonObject>
  /** payload properties that the program takes out before it validates, whatever they are */
  unchecked?: string[]
  /** the newest version of the program that the catalog knows; designs that name none are for it */
  latest?: string
  /** properties of its configuration that no design may set, and why */
  reserved?: Record<string, string>
  /** properties, dotted, that only releases before `workerVersions` know, and what became of them */
  formerSettings?: Record<string, string>
  /** the vocabulary of engine features: name -> title */
  engineFeatures: Record<string, string>
  /** scopes that the worker's own credentials need, with <provisionerId>, <workerType>, <workerGroup>, <workerId> */
  workerScopes: string[]
}

export type CatalogEntry = EngineEntry | PluginEntry | WorkerEntry

/** Everything known of one worker program, keyed by name. */
export interface WorkerCatalog {
  worker: WorkerEntry
  engines: Record<string, EngineEntry>
  plugins: Record<string, PluginEntry>
  /** labels of the entries that did not come with the product: `plugin recordscreen` */
  custom?: string[]
}

/** All workers, keyed by name. */
export interface Catalog {
  workers: Record<string, WorkerCatalog>
}
