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

const mostProblems = 200
/** Of each text of a problem, in characters: names in a document are as long as whoever wrote it likes. */
const longestText = 1000
const texts = ['message', 'path', 'help', 'file', 'component'] as const

/** Problems as they are said to whoever sent a document: as many, and as long, as anybody reads. The last one counts what is left out. */
export function shortProblems(problems: readonly Problem[]): Problem[] {
  const shown = problems.slice(0, mostProblems).map(shortProblem)
  const more = problems.length - shown.length
  return more === 0 ? shown : [...shown, leftOut(more)]
}

function shortProblem(problem: Problem): Problem {
  const short = { ...problem }
  for (const name of texts) {
    const text = short[name]
    if (text !== undefined && text.length > longestText) short[name] = `${text.slice(0, longestText)}…`
  }
  return short
}

function leftOut(count: number): Problem {
  const message = `There ${count === 1 ? 'is one more problem' : `are ${count} more problems`} like these.`
  return { code: 'more-problems', severity: 'notice', message, path: '', help: 'Mend these first.' }
}
