import { pathSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { redactText } from '@/lib/base/redact'
import { isSecretName, redacted } from '@/lib/base/secretShapes'
import { sentence } from '@/lib/base/sentence'

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
