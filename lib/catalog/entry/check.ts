import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Stage } from './taskFeature'

/** What a worker refuses and no schema can say; it becomes a finding of the preview. */
export interface Check {
  id: string
  /** a sentence; `<name>` placeholders as in scopes, and `<limit>` */
  message: string
  severity: 'error' | 'warning'
  /** pointer pattern of the values looked at */
  at: string
  when?: JsonObject
  /** only tasks whose whole payload satisfies this */
  payload?: JsonObject
  /** only payloads of this form */
  form?: string
  /** JSON-e condition over the entry's context; absent means always */
  if?: string
  /** how a task ends that breaks a rule of severity error: `malformed-payload` where absent; `fatal` takes the worker with it */
  outcome?: 'internal-error' | 'fatal'
  /** when it ends: before anything is done for it where absent */
  stage?: Stage
  rule: CheckRule
}

export type CheckRule =
  | { kind: 'maximumDuration' /** JSON-e expression, seconds */; seconds: string }
  /** the members differ; of several names, the first that is there and not empty counts */
  | { kind: 'uniqueKey'; key: string | string[] }
  | { kind: 'maximumProduct'; members: string[] /** JSON-e expression */; maximum: string }
  /** the value, a task id, is among the task's dependencies */
  | { kind: 'dependency' }
  /** the value, a time, is not before the task's deadline nor after its expires, with a second to spare */
  | { kind: 'outlivesDeadline' }
  /** the value, in seconds, fits between the task's creation and its deadline */
  | { kind: 'fitsDeadline' }
  /** members of the value differ; the defaults stand for those that are absent */
  | { kind: 'differingMembers'; defaults: Record<string, JsonValue> }
  /** the first of these members that is there (for a text: the value; for `<key>`: the key) is none of the values */
  | { kind: 'reservedName'; members: string[]; names: string[] }
  /** a text satisfies a schema: the first of these members that is there, with none of them the key, without members the value itself */
  | { kind: 'text'; members?: string[]; schema: JsonObject }
  /** the value, a path from a folder, does not lead out of it. `separators` are the characters between its steps */
  | { kind: 'staysInside'; separators: string }
  /** the machine has to have what the value names: known only where the host is */
  | {
      kind: 'host' /** what of the host: `groups` or `addresses` */
      fact: string /** instead of the value */
      name?: string
    }
