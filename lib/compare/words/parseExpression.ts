import { translatePattern } from '@/lib/schema/pattern/compilePattern'
import { type CharSet, charSet, complement } from './charSet'

/** A regular expression with the meaning that RE2 gives it. */
export type Expression =
  | { kind: 'chars'; set: CharSet }
  | { kind: 'begin' | 'end' }
  | { kind: 'sequence' | 'choice'; parts: Expression[] }
  | { kind: 'repeat'; part: Expression; min: number; max: number }

const digits = charSet([[0x30, 0x39]])
const wordChars = charSet([
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
])
const spaces = charSet([
  [0x09, 0x0a],
  [0x0c, 0x0d],
  [0x20, 0x20],
])
const classes: Record<string, CharSet> = {
  d: digits,
  D: complement(digits),
  w: wordChars,
  W: complement(wordChars),
  s: spaces,
  S: complement(spaces),
}
const controls: Record<string, number> = { n: 10, t: 9, r: 13, f: 12, v: 11, a: 7 }
const anyChar = complement([[10, 10]])

/**
 * Reads a pattern that RE2 runs. Undefined for what is not modelled: flags, word boundaries, Unicode classes, POSIX classes, quoted
 * text, and counts beyond 1000.
 */
export function parseExpression(pattern: string): Expression | undefined {
  const source = translatePattern(pattern)
  if (/\\[bBpPQEC]|\(\?(?!:|P?<[A-Za-z_])|\[:/.test(source.replace(/\\\\/g, '  '))) return undefined
  const chars = [...source]
  let at = 0
  let known = true

  const take = (char: string): boolean => {
    if (chars[at] !== char) return false
    at++
    return true
  }

  const choice = (): Expression => {
    const parts = [sequence()]
    while (take('|')) parts.push(sequence())
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : { kind: 'choice', parts }
  }

  const sequence = (): Expression => {
    const parts: Expression[] = []
    while (at < chars.length && chars[at] !== '|' && chars[at] !== ')') parts.push(repeated(atom()))
    return { kind: 'sequence', parts }
  }

  const repeated = (part: Expression): Expression => {
    const found = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(chars.slice(at, at + 24).join(''))
    if (found === null) return part
    at += found[0].length
    const [, sign, least = '0', range, most] = found
    if (sign !== undefined) {
      const max = sign === '?' ? 1 : Number.POSITIVE_INFINITY
      return repeated({ kind: 'repeat', part, min: sign === '+' ? 1 : 0, max })
    }
    const min = Number(least)
    const max = range === undefined ? min : most === '' ? Number.POSITIVE_INFINITY : Number(most)
    if (min > 1000) known = false
    return repeated({ kind: 'repeat', part, min, max })
  }

  const atom = (): Expression => {
    if (take('(')) {
      if (take('?')) while (at < chars.length && chars[at - 1] !== ':' && chars[at - 1] !== '>') at++
      const inner = choice()
      if (!take(')')) known = false
      return inner
    }
    if (take('^')) return { kind: 'begin' }
    if (take('$')) return { kind: 'end' }
    if (take('.')) return { kind: 'chars', set: anyChar }
    if (take('[')) return { kind: 'chars', set: bracket() }
    if (chars[at] === '\\' && chars[at + 1] === 'A') return anchor('begin')
    if (chars[at] === '\\' && chars[at + 1] === 'z') return anchor('end')
    return { kind: 'chars', set: character() }
  }

  const anchor = (kind: 'begin' | 'end'): Expression => {
    at += 2
    return { kind }
  }

  /** one character, or an escape, which may be a class */
  const character = (): CharSet => {
    const char = chars[at++] ?? ''
    if (char !== '\\') return single(char.codePointAt(0) ?? 0)
    const letter = chars[at++]
    if (letter === undefined) {
      known = false
      return []
    }
    const named = classes[letter]
    if (named !== undefined) return named
    const control = controls[letter]
    if (control !== undefined) return single(control)
    if (letter === 'x') return single(hexadecimal())
    if (/[0-9A-Za-z]/.test(letter)) known = false
    return single(letter.codePointAt(0) ?? 0)
  }

  const hexadecimal = (): number => {
    const found = /^(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{2}))/.exec(chars.slice(at, at + 10).join(''))
    if (found === null) known = false
    at += found?.[0].length ?? 0
    return Number.parseInt(found?.[1] ?? found?.[2] ?? '0', 16)
  }

  const bracket = (): CharSet => {
    const isNegated = take('^')
    const ranges: (readonly [number, number])[] = []
    for (let first = true; first || chars[at] !== ']'; first = false) {
      if (at >= chars.length) {
        known = false
        return []
      }
      const low = character()
      const from = low.length === 1 && low[0]?.[0] === low[0]?.[1] ? low[0]?.[0] : undefined
      if (from !== undefined && chars[at] === '-' && chars[at + 1] !== ']' && at + 1 < chars.length) {
        at++
        const high = character()
        const to = high[0]?.[1] ?? 0
        if (high.length !== 1 || high[0]?.[0] !== to || to < from) known = false
        ranges.push([from, to])
      } else ranges.push(...low)
    }
    at++
    const set = charSet(ranges)
    return isNegated ? complement(set) : set
  }

  const expression = choice()
  return known && at === chars.length ? expression : undefined
}

function single(char: number): CharSet {
  return [[char, char]]
}
