import type { Problem } from '../base/problem'
import { redactText } from '../base/redact'
import { sentence } from '../base/sentence'

/** One problem as a line for a terminal: `file:line: place: message help`. Control characters of user input do not reach it, and no secrets. */
export function formatProblem(problem: Problem, withSeverity = true): string {
  const file =
    problem.file === undefined ? '' : `${problem.file}${problem.line === undefined ? '' : `:${problem.line}`}: `
  const severity = withSeverity && problem.severity !== 'error' ? `${problem.severity}: ` : ''
  const place = problem.path === '' ? '' : `${problem.path}: `
  const help = problem.help === undefined ? '' : ` ${problem.help}`
  return printable(redactText(`${file}${severity}${place}${sentence(problem.message)}${help}`))
}

/** The text with control characters other than tab shown as escapes. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, (char) =>
    char === '\n' ? ' ' : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
