import { RE2JS } from 're2js'

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

/** A pattern that the engine of JavaScript runs with the meaning of RE2, and what a character may cost it, against one step of RE2. */
interface PlainPattern {
  regExp: RegExp
  steps: number
}

/** Characters that stand for themselves, escaped or not, with either engine; `\d` and `\w`, which are ASCII with both. */
const literal = String.raw`[A-Za-z0-9 _/:@!#%&=,;<>'"~-]|\\[.^$*+?()[\]{}|/\\dw]|\\x[0-7][0-9A-Fa-f]`
const classPart = String.raw`[A-Za-z0-9 _/:@!#%&=,;<>'"~.+*?()|$-]|\\[.^$*+?()[\]{}|/\\\-dw]|\\x[0-7][0-9A-Fa-f]`
const atom = String.raw`(?:\[(?:${classPart})+\]|${literal})`
const fixedCount = String.raw`\{(\d{1,3})\}`
const openCount = String.raw`(?:[?*+]|\{\d{1,3},\d{0,3}\})`

const part = new RegExp(`^${atom}(?:${fixedCount}|(${openCount}))?`)

/** Longer ones are rare, and nobody waits for them. */
const longest = 300
/** Characters behind the one repetition: each of its ends may be tried with all of them. */
const longestTail = 50

/**
 * The anchored patterns of ASCII that most schemas have, such as `^[a-z0-9-]{1,38}$`: characters and classes one after the other, with one repetition that is
 * open. Undefined for every other pattern. They take time in proportion to the text with any engine, and mean the same; this one makes them ready, and runs
 * them, many times as fast as RE2 in JavaScript does.
 */
export function plainPattern(source: string): PlainPattern | undefined {
  if (source.length > longest || !source.startsWith('^') || !source.endsWith('$')) return undefined
  let rest = source.slice(1, -1)
  let tail: number | undefined
  while (rest !== '') {
    const [all, fixed, open] = part.exec(rest) ?? []
    if (all === undefined) return undefined
    rest = rest.slice(all.length)
    if (open === undefined) {
      if (tail !== undefined) tail += Number(fixed ?? 1)
    } else if (tail === undefined) tail = 0
    else return undefined
  }
  if ((tail ?? 0) > longestTail) return undefined
  try {
    return { regExp: new RegExp(source, 'u'), steps: 1 + (tail ?? 0) }
  } catch {
    // such as a range from z to a, of which RE2 says what is wrong
    return undefined
  }
}

/**
 * A pattern as RE2 can read it. Only the escapes that ECMAScript alone has are rewritten: `\uXXXX` (surrogate pairs
 * become one code point) and `\u{X…}` become `\x{X…}`. Everything else keeps the meaning that RE2 gives it.
 */
export function translatePattern(source: string): string {
  if (!source.includes('\\u')) return source
  return source.replace(
    // Quoted text and every other escape are matched whole, so that the `u` of `\\u0041` is not taken for one.
    /\\Q[\s\S]*?(?:\\E|$)|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\[\s\S]/g,
    (whole, high?: string, low?: string, braced?: string, plain?: string) => {
      if (high !== undefined && low !== undefined) return hexEscape(pairToCodePoint(high, low))
      if (braced !== undefined) return hexEscape(Number.parseInt(braced, 16))
      if (plain !== undefined) return hexEscape(Number.parseInt(plain, 16))
      return whole
    },
  )
}

function pairToCodePoint(high: string, low: string): number {
  return (Number.parseInt(high, 16) - 0xd800) * 0x400 + (Number.parseInt(low, 16) - 0xdc00) + 0x10000
}

function hexEscape(codePoint: number): string {
  return `\\x{${codePoint.toString(16)}}`
}

/** A compiled pattern. */
interface Pattern {
  /** True where the pattern matches anywhere in the text, in time linear in its length. */
  test: (text: string) => boolean
  /** of each character, at most, in the unit of `Build.spend` */
  work: number
}

const workOfStep = 1 / 16
const cache = new Map<string, Pattern>()
const cacheSize = 2000

function compile(source: string): Pattern {
  const plain = plainPattern(source)
  if (plain !== undefined) return { test: (text) => plain.regExp.test(text), work: plain.steps * workOfStep }
  const compiled = RE2JS.compile(translatePattern(source))
  return { test: (text) => compiled.test(text), work: compiled.programSize() * workOfStep }
}
