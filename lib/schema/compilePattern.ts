import { RE2JS } from 're2js'
import { plainPattern } from './plainPattern'
import { translatePattern } from './translatePattern'

/** A compiled pattern. */
export interface Pattern {
  /** True where the pattern matches anywhere in the text, in time linear in its length. */
  test: (text: string) => boolean
  /** of each character, at most, in the unit of `Build.spend` */
  work: number
}

const workOfStep = 1 / 16
const cache = new Map<string, Pattern>()
const cacheSize = 2000

/**
 * A pattern with the meaning that RE2 gives it, which is the meaning the workers see: `.` is everything but a line
 * feed, `\s` is tab, line feed, form feed, carriage return and space, `$` is the very end of the text, classes are
 * ASCII. Throws where RE2 cannot run the pattern; `checkPattern` says so as a value.
 */
export function compilePattern(source: string): Pattern {
  const known = cache.get(source)
  if (known !== undefined) {
    // the most recently used comes last, so that the oldest is dropped first
    cache.delete(source)
    cache.set(source, known)
    return known
  }
  const pattern = compile(source)
  cache.set(source, pattern)
  if (cache.size > cacheSize) {
    const oldest = cache.keys().next()
    if (!oldest.done) cache.delete(oldest.value)
  }
  return pattern
}

function compile(source: string): Pattern {
  const plain = plainPattern(source)
  if (plain !== undefined) return { test: (text) => plain.regExp.test(text), work: plain.steps * workOfStep }
  const compiled = RE2JS.compile(translatePattern(source))
  return { test: (text) => compiled.test(text), work: compiled.programSize() * workOfStep }
}
