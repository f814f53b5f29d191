/** How much a problem weighs: an error blocks, a warning is a choice to confirm, a notice is a fact to know. */
export type Severity = 'error' | 'warning' | 'notice'

/**
 * Something that a user should know, as a value: a stable code, one plain sentence, the place, a way out.
 * Problems never carry stack traces; mistakes of programmers are thrown instead.
 */
export interface Problem {
  /** stable, kebab-case: `config-invalid`, `unknown-plugin`, `property-conflict`, … */
  code: string
  severity: Severity
  /** one plain sentence, without the place */
  message: string
  /** the place in the document, as in `plugins.maxruntime.maxRunTime` or `plugins.disabled[0]`; '' is the whole */
  path: string
  /** who it concerns: `engine native`, `plugin cache`, `worker taskcluster-worker` */
  component?: string
  /** what to do about it */
  help?: string
  file?: string
  /** 1-based */
  line?: number
  /** 1-based */
  column?: number
}

/** A computation that a user's input can make fail. Warnings and notices ride along in both cases. */
export type Result<T> = { ok: true; value: T; problems: Problem[] } | { ok: false; problems: Problem[] }

/** A successful result. */
export function succeed<T>(value: T, problems: Problem[] = []): Result<T> {
  return { ok: true, value, problems }
}

/** A failed result; at least one problem should be an error. */
export function fail(problems: Problem[]): { ok: false; problems: Problem[] } {
  return { ok: false, problems }
}
