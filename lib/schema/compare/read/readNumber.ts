import type { JsonValue } from '@/lib/base/json'
import type { Term } from '@/lib/schema/compare/term'
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
