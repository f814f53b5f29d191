import type { Problem } from '@/lib/base/problem'
import { compilePattern } from './compilePattern'

const reasons: [RegExp, string][] = [
  [/\(\?<?[=!]/, 'looks ahead or behind, which RE2 cannot do'],
  [/escape sequence: `\\[1-9k]/, 'refers back to a group, which RE2 cannot do'],
  [/repeat count/, 'repeats more than 1000 times, which RE2 cannot do'],
  [/missing closing \]/, 'has a class without its closing bracket'],
  [/missing closing \)|unexpected \)/, 'has unbalanced parentheses'],
  [/missing argument/, 'repeats nothing'],
]

/**
 * What is wrong with a pattern that RE2, and so a worker, cannot run; undefined where all is well.
 * `path` is the place of the pattern in its document.
 */
export function checkPattern(source: string, path = ''): Problem | undefined {
  try {
    compilePattern(source)
    return undefined
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const reason = reasons.find(([sign]) => sign.test(text))?.[1] ?? `is not one that RE2 reads (${plainText(text)})`
    return {
      code: 'pattern-unsupported',
      severity: 'error',
      message: `the pattern \`${shorten(source)}\` ${reason}`,
      path,
      help: 'Write it in RE2 syntax: no look-around, no back-references, counts up to 1000.',
    }
  }
}

function plainText(text: string): string {
  return shorten(text.replace(/^error parsing regexp: /, '').replaceAll('`', "'"))
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

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
