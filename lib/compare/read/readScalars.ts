import type { JsonValue } from '@/lib/base/json'
import type { Term } from '@/lib/compare/terms/term'
import { payloadFormats } from '@/lib/schema/formats/payloadFormats'
import { checkPattern } from '@/lib/schema/pattern/checkPattern'
import { shortJson } from '@/lib/schema/words'
import { testEcmaPattern, withoutLookaround } from './ecmaPattern'
import { readLength } from './readArray'
import type { Place, Reading, ReadKeywords } from './reading'

/** `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` and `multipleOf`. */
export const readNumber: ReadKeywords = (at, reading) => [
  ...readBound('least', 'minimum', 'exclusiveMinimum', at, reading),
  ...readBound('most', 'maximum', 'exclusiveMaximum', at, reading),
  ...readMultiple(at, reading),
]

/** `exclusiveMinimum` was a switch beside `minimum` before it became a bound of its own. */
function readBound(
  kind: 'least' | 'most',
  keyword: string,
  exclusiveKeyword: string,
  at: Place,
  { terms, opaque }: Reading,
): Term[] {
  const bound = at.schema[keyword]
  const exclusive = at.schema[exclusiveKeyword]
  const found: Term[] = []
  if (isBound(bound)) found.push(terms.make({ kind, bound, exclusive: exclusive === true }))
  else if (bound !== undefined) found.push(opaque(keyword, at, { reason: 'the bound is not a number', of: 'number' }))
  if (isBound(exclusive)) found.push(terms.make({ kind, bound: exclusive, exclusive: true }))
  else if (exclusive !== undefined && typeof exclusive !== 'boolean')
    found.push(opaque(exclusiveKeyword, at, { reason: 'the bound is not a number', of: 'number' }))
  return found
}

/** A number too large for a double, such as 1e400, is none. */
function isBound(bound: JsonValue | undefined): bound is number {
  return typeof bound === 'number' && Number.isFinite(bound)
}

function readMultiple(at: Place, { terms, opaque }: Reading): Term[] {
  const divisor = at.schema.multipleOf
  if (divisor === undefined) return []
  if (at.schema.floatQuotient === true)
    return [opaque('multipleOf', at, { reason: 'the quotient is that of doubles', of: 'number' })]
  if (typeof divisor === 'number' && divisor > 0 && Number.isFinite(divisor))
    return [terms.make({ kind: 'multiple', divisor })]
  return [opaque('multipleOf', at, { reason: 'the divisor is not a number above 0', of: 'number' })]
}

/** `minLength`, `maxLength`, `pattern` and `format`. */
export const readString: ReadKeywords = (at, reading) => [
  ...readLength('string', ['minLength', 'maxLength'], at, reading),
  ...readPattern(at, reading),
  ...readFormat(at, reading),
]

function readPattern(at: Place, { terms, opaque }: Reading): Term[] {
  const source = at.schema.pattern
  if (source === undefined) return []
  if (typeof source !== 'string') return [opaque('pattern', at, { reason: 'the pattern is not a text', of: 'string' })]
  const problem = checkPattern(source)
  if (problem === undefined) return [terms.make({ kind: 'pattern', source })]
  const near = withoutLookaround(source)
  return [
    opaque('pattern', at, {
      reason: problem.message,
      of: 'string',
      test: (value) => (typeof value === 'string' ? testEcmaPattern(source, value) : true),
      ...(checkPattern(near) === undefined ? { near } : {}),
    }),
  ]
}

/** Validators let a format pass that they do not know. */
function readFormat(at: Place, { terms, opaque }: Reading): Term[] {
  const name = at.schema.format
  if (name === undefined) return []
  if (typeof name === 'string' && payloadFormats.has(name)) return [terms.make({ kind: 'format', name })]
  return [opaque('format', at, { reason: `the format ${shortJson(name)} is not known`, of: 'string', ignorable: true })]
}
