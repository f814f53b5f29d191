import type { JsonObject, JsonValue } from '@/lib/base/json'

/** What happens to a task that asks for what the engine lacks. */
export type MissingOutcome = 'malformed-payload' | 'ignored' | 'fatal'

/** The stages at which a plugin may call an engine. */
export type Stage =
  | 'NewTaskPlugin'
  | 'Prepare'
  | 'BuildSandbox'
  | 'Started'
  | 'Stopped'
  | 'Finished'
  | 'Dispose'
  | 'Exception'

/**
 * Where a payload asks for a task feature. Conditions are alternatives: one that holds is enough.
 * `path` is a JSON pointer into the payload in which `*` stands for every item of an array (or every member's value of
 * an object). Without `when`, any value at `path` asks.
 */
export interface RequestedBy {
  /** only payloads of this form; without `path` every one of them asks */
  form?: string
  path?: string
  /** JSON Schema that the value at `path` satisfies when it asks */
  when?: JsonObject
  /** asked for as well where the last property of `path` is absent from its (present) parent; `anywhere`: or where a parent is absent */
  byDefault?: boolean | 'anywhere'
  /** every task asks: `true`, or a JSON-e expression over the entry's context */
  always?: true | string
}

/** An argument of an engine call and where it comes from. */
export type CallArgument =
  | { valueAt: string } // the values at this pointer pattern in the payload
  | { keysOf: string } // the property names of the object at this pointer pattern in the payload
  | { constant: JsonValue }
  | { configKeysOf: string } // the property names of the object at this pointer in the plugin's configuration

/** One call of an engine feature by a plugin. In a pattern that begins with `requestedBy.path`, `*` is the item that asks. */
export interface EngineCall {
  stage: Stage
  feature: string
  /** only where the payload also satisfies this, relative to the place of `requestedBy.path` */
  when?: JsonObject
  arguments?: Record<string, CallArgument[]>
}

/** The worker refuses or drops what a task asks for, whatever the engine can do. */
export interface Never {
  outcome: MissingOutcome
  /** a clause to stand behind a colon */
  reason: string
  /** JSON-e condition over the entry's context; absent means always */
  if?: string
}

/** A scope that a task needs, with placeholders; or several of which one is enough. */
export type TaskScope = string | { anyOf: string[] }

/** One thing that a task may ask for, through a place in its payload. */
export interface TaskFeature {
  /** camelCase, unique in the entry */
  name: string
  title: string
  description?: string
  requestedBy: RequestedBy
  /** engine calls made for it, in order */
  calls?: EngineCall[]
  /** engine features without which it does not work; default: all features in `calls` */
  requires?: string[] | { anyOf: string[] }
  /** what the task meets when a required engine feature is missing */
  whenMissing?: MissingOutcome
  /** the worker always refuses or drops this, whatever the engine can do; of several the first that holds counts */
  never?: Never | Never[]
  /**
   * scopes that the task needs, with placeholders: `<name>` is a member of the value at the place, `<value>` a value that is text, `<key>` the
   * last step of the place; or provisionerId / workerType
   */
  scopes?: TaskScope[]
  /** `scopes` are needed only where the value at the place satisfies this */
  scopesWhen?: JsonObject
  /** narrowing overlay on the payload schema (on that of the form) that keeps such tasks out; derived from `requestedBy` where absent */
  otherwise?: JsonObject
  /** a fact to tell where the feature works, but not as one would hope */
  caveat?: string
}

/** The scopes of which a task needs one. */
export function scopeAlternatives(scope: TaskScope): string[] {
  return typeof scope === 'string' ? [scope] : scope.anyOf
}
