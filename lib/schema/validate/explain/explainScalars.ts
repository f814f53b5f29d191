import type { JsonObject, JsonValue } from '@/lib/base/json'
import { payloadFormats } from '@/lib/schema/formats/payloadFormats'
import { emailPattern, ipv6Pattern } from '@/lib/schema/formats/translateFormat'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import { codePointLength, isFloatMultipleOf, isMultipleOf } from '@/lib/schema/values'
import { count, shortJson } from '@/lib/schema/words'
import { type Finding, unless } from './finding'
import type { Place } from './place'

const bounds: [string, string, (value: number, bound: number) => boolean][] = [
  ['minimum', 'at least', (value, bound) => value >= bound],
  ['maximum', 'at most', (value, bound) => value <= bound],
  ['exclusiveMinimum', 'more than', (value, bound) => value > bound],
  ['exclusiveMaximum', 'less than', (value, bound) => value < bound],
]

/** `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` and `multipleOf`. */
export function explainNumber(schema: JsonObject, value: JsonValue, at: Place): Finding[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return []
  const words = schema.floatQuotient === true ? 'a multiple, as doubles divide, of' : 'a multiple of'
  const divides = schema.floatQuotient === true ? isFloatMultipleOf : isMultipleOf
  return [...bounds, ['multipleOf', words, divides] as const].flatMap(([keyword, bounded, holds]) => {
    const bound = schema[keyword]
    if (typeof bound !== 'number') return []
    return unless(holds(value, bound), at, keyword, () => `must be ${bounded} ${bound}, is ${value}`)
  })
}

/** `minLength`, `maxLength`, `pattern` and `format`. */
export function explainString(schema: JsonObject, value: JsonValue, at: Place): Finding[] {
  return typeof value === 'string' ? [...explainLength(schema, value, at), ...explainForm(schema, value, at)] : []
}

function explainLength({ minLength, maxLength }: JsonObject, value: string, at: Place): Finding[] {
  if (minLength === undefined && maxLength === undefined) return []
  const length = codePointLength(value)
  const words = (bound: number) => `${count(bound, 'character')}, has ${length}`
  return [
    ...(typeof minLength === 'number'
      ? unless(length >= minLength, at, 'minLength', () => `must have at least ${words(minLength)}`)
      : []),
    ...(typeof maxLength === 'number'
      ? unless(length <= maxLength, at, 'maxLength', () => `must have at most ${words(maxLength)}`)
      : []),
  ]
}

function patternSaid(pattern: string): string {
  const words = patternWords.get(pattern)
  return words === undefined ? `match pattern \`${pattern}\`` : `be ${words}`
}

function explainForm({ pattern, format }: JsonObject, value: string, at: Place): Finding[] {
  const matches = typeof pattern !== 'string' || compilePattern(pattern).test(value)
  const known = typeof format === 'string' ? payloadFormats.get(format) : undefined
  const formatWords = () => `must be ${known?.words}, is ${shortJson(value)}`
  return [
    ...unless(matches, at, 'pattern', () => `must ${patternSaid(String(pattern))}, is ${shortJson(value)}`),
    ...unless(known === undefined || known.test(value), at, 'format', formatWords),
  ]
}

/** Patterns that stand for a format, and what a text must be, in words that follow "must be": nobody reads the pattern. */
const patternWords: ReadonlyMap<string, string> = new Map([
  [emailPattern, 'an e-mail address without a display name'],
  [ipv6Pattern, 'an IPv6 address'],
])
