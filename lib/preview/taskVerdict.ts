import type { JsonValue } from '@/lib/base/json'
import type { Severity } from '@/lib/base/problem'

/** Why a schema refuses a task where the worker program's own schema would not. */
export interface AppliedRestriction {
  id: string
  component: string
  reason: string
}

export interface TaskError {
  /** JSON pointer into the payload; '' is the whole */
  path: string
  message: string
  restriction?: AppliedRestriction
}

/** What the worker would say beyond the reach of the schema; the Queue does not enforce it. */
export interface TaskFinding {
  id: string
  severity: Severity
  /** JSON pointer into the payload */
  path: string
  message: string
}

/** What becomes of one task on a worker type. */
export interface TaskVerdict {
  source: string
  index: number
  name: string
  /** the effective schema accepts the payload, so the Queue takes the task */
  valid: boolean
  /** valid, and no finding of severity error */
  ok: boolean
  errors: TaskError[]
  findings: TaskFinding[]
}

/** A task to preview, as it was read: a task definition or a bare payload. */
export interface PreviewTask {
  /** the file or field that it came from */
  source: string
  /** position in the source, from 0 */
  index: number
  value: JsonValue
}
