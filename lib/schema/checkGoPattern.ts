import type { Problem } from '@/lib/base/problem'
import { checkPattern } from './checkPattern'

/**
 * Like `checkPattern`, for patterns that the worker program itself compiles. Go's dialect has neither ECMAScript's
 * `\u` escapes nor, before Go 1.22, groups named without a `P`.
 */
export function checkGoPattern(source: string, path = ''): Problem | undefined {
  const foreign = foreignSyntax(source)
  if (foreign === undefined) return checkPattern(source, path)
  return {
    code: 'pattern-unsupported',
    severity: 'error',
    message: `the pattern uses ${foreign}, which the worker's regular expressions do not have`,
    path,
    help: 'Write \\x{…} for a character by its number, and (?P<name>…) for a named group.',
  }
}

function foreignSyntax(source: string): string | undefined {
  const unquoted = source.replace(/\\Q[\s\S]*?(?:\\E|$)/g, '')
  for (const [token] of unquoted.matchAll(
    /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:\^?\w+:\]|[^\]\\])*(?:\]|\\?$)|\(\?<(?![=!])/g,
  )) {
    if (token === '(?<') return '(?<'
    if (/(?<!\\)(?:\\\\)*\\u/.test(token)) return '\\u'
  }
  return undefined
}
