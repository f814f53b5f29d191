import { compilePattern, translatePattern } from './compilePattern'

/** How many more repetitions than needed are tried, in this order. */
const extras = [1, 0, 2, 3, 5, 8, 13, 21, 34, 60, 100, 160, 250, 400, 640, 1000]
const variants = 4

/** Texts that match a pattern, the ones that read best first; a bounded number, and none where none was found. */
export function* patternSamples(source: string): Generator<string> {
  const pattern = compilePattern(source)
  const shape = parsePattern(translatePattern(source))
  const seen = new Set<string>()
  const sets = new Map<string, string[]>()
  for (const extra of extras) {
    for (let variant = 0; variant < variants; variant++) {
      const text = write(shape, { extra, variant, sets, written: 0 })
      if (seen.has(text)) continue
      seen.add(text)
      if (pattern.test(text)) yield text
    }
  }
}

interface Style {
  /** repetitions beyond the least */
  extra: number
  /** which alternative */
  variant: number
  sets: Map<string, string[]>
  /** characters written so far, so that runs of a class read `abc…`, not `aaa…` */
  written: number
}

const longest = 3000

function write(shape: PatternShape, style: Style): string {
  switch (shape.kind) {
    case 'text':
      return shape.text
    case 'set': {
      const characters = style.sets.get(shape.source) ?? pickCharacters(shape.source)
      style.sets.set(shape.source, characters)
      return characters[style.written++ % Math.max(characters.length, 1)] ?? ''
    }
    case 'sequence':
      return shape.parts.map((part) => write(part, style)).join('')
    case 'choice': {
      const option = shape.options[style.variant % shape.options.length]
      return option === undefined ? '' : write(option, style)
    }
    case 'repeat': {
      // an optional part is left out in every second variant
      const times = shape.min === 0 && style.variant % 2 === 1 ? 0 : Math.min(shape.max, shape.min + style.extra)
      let text = ''
      for (let i = 0; i < times && text.length < longest; i++) {
        const piece = write(shape.part, style)
        if (piece === '') break
        text += piece
      }
      return text
    }
  }
}

/** The shape of a regular expression, as far as a text that matches it needs. */
type PatternShape =
  | { kind: 'text'; text: string }
  /** one character out of a class, given by its source */
  | { kind: 'set'; source: string }
  | { kind: 'sequence'; parts: PatternShape[] }
  | { kind: 'choice'; options: PatternShape[] }
  | { kind: 'repeat'; part: PatternShape; min: number; max: number }

const nothing: PatternShape = { kind: 'text', text: '' }
const controls: Record<string, string> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07' }

/**
 * Reads a pattern that RE2 runs into its shape. Anchors, word boundaries and flags stand for nothing: whatever is made from the shape is
 * to be tested with the pattern itself.
 */
export function parsePattern(source: string): PatternShape {
  let at = 0

  const take = (expression: RegExp): string | undefined => {
    expression.lastIndex = at
    const found = expression.exec(source)?.[0]
    at += found?.length ?? 0
    return found
  }

  const choice = (): PatternShape => {
    const options = [sequence()]
    while (take(/\|/y) !== undefined) options.push(sequence())
    return options.length === 1 ? (options[0] ?? nothing) : { kind: 'choice', options }
  }

  const sequence = (): PatternShape => {
    const parts: PatternShape[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(atom()))
    return { kind: 'sequence', parts }
  }

  const repeated = (part: PatternShape): PatternShape => {
    const suffix = take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y)
    if (suffix === undefined) return part
    return repeated({ kind: 'repeat', part, ...bounds(suffix) })
  }

  const atom = (): PatternShape => {
    if (take(/\(\?[imsU-]+\)/y) !== undefined) return nothing
    if (take(/\((?:\?(?:P?<\w+>|[imsU-]*:))?/y) !== undefined) {
      const inner = choice()
      take(/\)/y)
      return inner
    }
    const quoted = take(/\\Q[\s\S]*?(?:\\E|$)/y)
    if (quoted !== undefined) return { kind: 'text', text: quoted.slice(2).replace(/\\E$/, '') }
    if (take(/[$^]|\\[AzbB]/y) !== undefined) return nothing
    const set = take(/\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]|\\[pP](?:\{[^}]*\}|\w)|\\[dDsSwW]|\./y)
    if (set !== undefined) return { kind: 'set', source: set }
    const escaped = take(/\\x\{[0-9a-fA-F]+\}|\\x[0-9a-fA-F]{2}|\\[0-7]{1,3}|\\[\s\S]/y)
    return { kind: 'text', text: escaped === undefined ? (take(/[\s\S]/uy) ?? '') : character(escaped) }
  }

  return choice()
}

function bounds(suffix: string): { min: number; max: number } {
  if (suffix.startsWith('*')) return { min: 0, max: Number.POSITIVE_INFINITY }
  if (suffix.startsWith('+')) return { min: 1, max: Number.POSITIVE_INFINITY }
  if (suffix.startsWith('?')) return { min: 0, max: 1 }
  const [min = '0', max] = suffix.replace(/[{}?]/g, '').split(',')
  return {
    min: Number(min),
    max: max === undefined ? Number(min) : max === '' ? Number.POSITIVE_INFINITY : Number(max),
  }
}

function character(escaped: string): string {
  const hex = /^\\x\{?([0-9a-fA-F]+)/.exec(escaped)?.[1]
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
  const octal = /^\\([0-7]+)$/.exec(escaped)?.[1]
  if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8))
  const letter = escaped.slice(1)
  return controls[letter] ?? letter
}

const range = (first: string, last: string): string[] => {
  const start = first.charCodeAt(0)
  return Array.from({ length: last.charCodeAt(0) - start + 1 }, (_, i) => String.fromCharCode(start + i))
}

/** Characters by how well they read in an example; the first group that has any is used. */
const groups = [
  [...range('a', 'z'), ...range('0', '9')],
  range('A', 'Z'),
  ['_', '-', '.', '/', ':', '@', ',', '+', '='],
  range(' ', '~'),
  [...'éžßñøΩπЖя中文あ한ا😀'],
]
const farthest = 0x3000

/** Characters of a class, given by its source, that read well; empty where none was found. */
export function pickCharacters(source: string): string[] {
  const pattern = compilePattern(`^(?:${source})$`)
  for (const group of groups) {
    const found = group.filter((character) => pattern.test(character))
    if (found.length > 0) return found
  }
  for (let code = 0; code < farthest; code++) {
    const character = String.fromCharCode(code)
    if (pattern.test(character)) return [character]
  }
  // what it names itself, for a class far from all of these
  const named = [...source.matchAll(/\\x\{([0-9a-f]+)\}/gi)].map(([, hex = '']) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )
  return [...named, ...source].filter((character) => pattern.test(character)).slice(0, 1)
}
