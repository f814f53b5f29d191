import { pathSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { redactText } from '@/lib/base/redact'
import { isSecretName, redacted } from '@/lib/base/secretShapes'
import { sentence } from '@/lib/base/texts'
import type { Verdict } from '@/lib/compose/composition'

/** Where a command writes. Tests pass their own. */
export interface Output {
  /** a promise is fulfilled when there is room for more: who writes much waits for it */
  stdout: (text: string) => void | Promise<void>
  stderr: (text: string) => void
}

/** Ends a command: 1 when the answer is no, 2 when it could not be asked (usage, unreadable input). Caught in `main` alone. */
export class CliExit extends Error {
  override readonly name = 'CliExit'

  constructor(
    readonly status: 1 | 2,
    readonly problems: Problem[],
  ) {
    super(problems[0]?.message ?? '')
  }
}

/** Writes problems to stderr, one a line. */
export function writeProblems(problems: Problem[], output: Output): void {
  for (const problem of problems) output.stderr(`${formatProblem(problem)}\n`)
}

/** One problem as a line for a terminal: `file:line: place: message help`. Control characters of user input do not reach it, and no secrets. */
export function formatProblem(problem: Problem, withSeverity = true): string {
  // each part by itself: a place that names a secret, with our own words behind it, looks like one with its value
  const line = problem.line === undefined ? '' : `:${problem.line}`
  const file = problem.file === undefined ? '' : `${redactText(problem.file)}${line}: `
  const severity = withSeverity && problem.severity !== 'error' ? `${problem.severity}: ` : ''
  const place = problem.path === '' ? '' : `${redactText(problem.path)}: `
  const help = problem.help === undefined ? '' : ` ${redactText(problem.help)}`
  return printable(`${file}${severity}${place}${redactText(sentence(withoutValue(problem)))}${help}`)
}

/** What is shown of the value of a member whose name speaks of a secret: that it is a text. */
function withoutValue({ path, message }: Problem): string {
  const name = pathSegments(path).findLast((segment) => typeof segment === 'string') ?? ''
  if (!isSecretName(String(name))) return message
  return message.replace(/\bis (?:the string )?"(?:[^"\\]|\\.)*"/g, `is the string "${redacted}"`)
}

/** The text with control characters other than tab shown as escapes. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, (char) =>
    char === '\n' ? ' ' : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Rows of cells as lines with aligned columns. */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** Verdicts of the support matrix, as tables show them. */
export const verdictWords: Record<Verdict, string> = {
  supported: 'yes',
  limited: 'limited',
  refused: 'no',
  dropped: 'dropped',
  fatal: 'fatal',
}

const telling = ['secret-replaced', 'setting-left-out', 'setting-null', 'setting-read-as']

/** Whether a problem is more than a remark: an error, a warning, or a notice of how a file was read. */
export function isTelling({ code, severity }: Problem): boolean {
  return severity !== 'notice' || telling.includes(code)
}
