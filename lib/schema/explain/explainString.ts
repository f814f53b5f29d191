import type { JsonObject, JsonValue } from '@/lib/base/json'
import { codePointLength } from '@/lib/schema/codePointLength'
import { compilePattern } from '@/lib/schema/compilePattern'
import { count } from '@/lib/schema/count'
import { payloadFormats } from '@/lib/schema/formats/payloadFormats'
import { shortJson } from '@/lib/schema/shortJson'
import { type Finding, unless } from './finding'
import { patternWords } from './patternWords'
import type { Place } from './place'

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
