/** The shape of a regular expression, as far as a text that matches it needs. */
export type PatternShape =
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
