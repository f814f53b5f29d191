import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { CheckRule } from '@/lib/catalog/entry/check'
import type { MissingOutcome, TaskScope } from '@/lib/catalog/entry/taskFeature'
import type { Design } from './design/design'

/** Why the effective schema is narrower than the base schema at a place. */
export interface Restriction {
  /** `<component name>/<task feature or limit>`, e.g. `cache/caches` */
  id: string
  /** `plugin cache`, `engine mock`, `worker taskcluster-worker` */
  component: string
  /** title of the task feature or limit */
  title: string
  engine: string
  /** engine features that the engine lacks; empty for limits */
  missing: string[]
  /** what would become of the task: refused by the worker, or run with less than it asked for */
  kind: 'refused' | 'dropped'
  /** pointer patterns into the payload */
  paths: string[]
  /** a clause to stand behind a colon: "engine native has no attachVolume: nothing can be mounted" */
  reason: string
}

/** A payload property that two components declare. */
export interface Conflict {
  property: string
  components: string[]
}

/** Answer to "can this engine do that task feature". */
export type Verdict = 'supported' | 'limited' | 'refused' | 'dropped' | 'fatal'

export interface MatrixCell {
  verdict: Verdict
  reason: string
  missing: string[]
}

/** One row of the support matrix: a task feature against every engine of the worker. */
export interface MatrixRow {
  component: string
  feature: string
  title: string
  /** the plugin is enabled in the design; the cells of one that is not say what it could do if it were */
  enabled: boolean
  /** by engine name */
  cells: Record<string, MatrixCell>
}

export interface SupportMatrix {
  engines: string[]
  rows: MatrixRow[]
}

/** Something the worker refuses, or drops, beyond the reach of the schema, ready for the preview. */
export type ComposedCheck = {
  id: string
  component: string
  message: string
  severity: 'error' | 'warning'
  /** pointer pattern */
  at: string
  when?: JsonObject
  /** only tasks whose whole payload satisfies all of these */
  payload?: JsonObject[]
} & (
  | { kind: 'scope' /** with placeholders, of which one is enough */; anyOf: string[] }
  | { kind: 'maximumDuration'; seconds: number }
  | { kind: 'uniqueKey'; key: string | string[] }
  | { kind: 'maximumProduct'; members: string[]; maximum: number }
  | { kind: 'distinctPaths'; nested: boolean }
  /** whatever is at the place is asked for in vain */
  | { kind: 'dropped' }
  /** what the overlay refuses is asked for in vain */
  | { kind: 'overlay'; overlay: JsonObject }
  | Exclude<CheckRule, { kind: 'maximumDuration' | 'uniqueKey' | 'maximumProduct' }>
  | { kind: 'byteLength' /** properties whose texts the worker counts in characters */; except: string[] }
)

/** Scopes around a worker type, in Taskcluster's words. */
export interface RequiredScopes {
  /** the worker's own credentials */
  worker: string[]
  /** whoever registers the worker type */
  admin: string[]
  /** by task feature; `<…>` are placeholders */
  tasks: { feature: string; scopes: TaskScope[] }[]
}

/** What is computed from a design and the catalog. Pure: the same input gives the same bytes. */
export interface Composition {
  design: Design
  worker: string
  engine: string
  /** enabled plugins, sorted */
  plugins: string[]
  provisionerId: string
  workerType: string
  /** the payload schema as the worker program reports it; undefined when engine and plugins conflict */
  baseSchema?: JsonObject
  /** the base schema in draft-06, before any narrowing; differs from it only where an engine declares draft-04 properties */
  unrestrictedSchema?: JsonObject
  /** the payload schema after restrictions, draft-06; undefined when no task can run or on errors */
  effectiveSchema?: JsonObject
  /** the forms of payloads that the effective schema takes, in its order; empty where the engine knows no forms */
  payloadForms: string[]
  /** payload property -> component that declares it; inner ones are `features.liveLog`, those of other forms `docker-worker:image` */
  provenance: Record<string, string>
  restrictions: Restriction[]
  conflicts: Conflict[]
  /** errors (a design with one is neither registered nor bundled), warnings and notices */
  problems: Problem[]
  matrix: SupportMatrix
  checks: ComposedCheck[]
  /** document for the worker program; `{transforms?, config}` for taskcluster-worker */
  workerConfig: JsonValue
  /** Markdown for the authors of tasks */
  documentation: string
  scopes: RequiredScopes
  /** outcome of a task that meets a missing feature, by restriction id; for explanations */
  outcomes: Record<string, MissingOutcome>
  /** the schema that a restriction adds to the base schema, by restriction id: a payload that it refuses is refused for its sake */
  overlays: Record<string, JsonObject>
}
