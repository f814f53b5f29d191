import type { JsonValue } from '@/lib/base/json'
import type { Stage } from '@/lib/catalog/entry/taskFeature'
import type { TaskFacts } from './taskFacts'

/** Who takes part. The sandbox is a SandboxBuilder until it starts, a Sandbox while it runs and a ResultSet afterwards. */
export type Participant =
  | 'Main'
  | 'PluginProvider'
  | 'Plugin'
  | 'TaskPlugin'
  | 'Engine'
  | 'SandboxBuilder'
  | 'Sandbox'
  | 'ResultSet'

/** `NewPlugin` comes once, when the worker starts; the others come for each task. */
export type TraceStage = 'NewPlugin' | Stage

/** How a task came to ask: by a value, by leaving one out of an object that it wrote, by leaving it out altogether, or as every task does. */
export type Asked = 'explicitly' | 'by-omission' | 'by-default' | 'always'

/** What became of a call of an engine feature. */
export type CallOutcome =
  | 'done'
  | 'not-supported-ignored'
  | 'not-supported-malformed'
  | 'not-supported-fatal'
  | 'refused-argument'

/** `unknown`: a scope of a task whose scopes nobody knows. `warned`: something to know, which changes nothing. */
export type CheckOutcome = 'passed' | 'warned' | 'refused' | 'internal-error' | 'fatal' | 'dropped' | 'unknown'

interface Arrow {
  stage: TraceStage
  from: Participant
  to: Participant
  /** `plugin cache`, `engine native`, `worker taskcluster-worker` */
  component: string
  /** other plugins do the same at the same time */
  parallel: boolean
}

/** The core of the worker calls somebody (`call`), and gets something in return (`answer`). */
export interface CoreEvent extends Arrow {
  kind: 'call' | 'answer'
  /** the method that is called, or what it returns */
  message: string
}

/** A component calls a feature of the engine for a task. */
export interface EngineCallEvent extends Arrow {
  kind: 'engine-call'
  taskFeature: string
  engineFeature: string
  arguments: Record<string, JsonValue>
  outcome: CallOutcome
  asked: Asked
  /** JSON pointer of the place in the payload that asked; '' where the whole task does */
  place: string
  /** made only when somebody asks while the task runs, or only when the plugin ends the task; else always */
  occasion?: 'on-demand' | 'to-end-the-task'
  /** why the engine does not do it, or what to know where it does; a clause without a full stop */
  reason?: string
}

/** A component looks at the task: its payload, its scopes, limits of the configuration. */
export interface CheckEvent extends Arrow {
  kind: 'check'
  /** `cache/readWriteCaches/scope`, `maxruntime/maximum`, `payload` */
  id: string
  outcome: CheckOutcome
  asked: Asked
  /** JSON pointer into the payload */
  place: string
  /** a clause without a full stop */
  reason: string
}

/** What can go wrong for a task. */
export type TraceStep = EngineCallEvent | CheckEvent

export type TraceEvent = CoreEvent | TraceStep

/** How the task ends, as the Queue has it. `reasons` are clauses. */
export type Resolution =
  | { state: 'completed' | 'failed'; reasons: string[] }
  | { state: 'exception'; reason: 'malformed-payload' | 'internal-error'; stopsWorker: boolean; reasons: string[] }

/** One task through one worker type. */
export interface Trace {
  events: TraceEvent[]
  /** what the task would have met after the stage at which it ended */
  notReached: TraceStep[]
  resolution: Resolution
}

/** A task as a worker looks at it. */
export interface TracedTask {
  /** what the definition says beside the payload, as far as it is known */
  facts?: TaskFacts
  payload: JsonValue
  /** undefined where nobody knows them */
  scopes?: string[]
  /** the command, once it runs, does not succeed */
  fails?: boolean
}
