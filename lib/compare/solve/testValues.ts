import type { JsonValue } from '@/lib/base/json'
import { evaluateTerm } from '@/lib/compare/terms/evaluateTerm'
import type { Opaque, Term } from '@/lib/compare/terms/term'
import { type Solution, unknown } from './solver'

/**
 * The first of some values that fits all terms. Where none is known to, `undefined` stands for none of them, and unknown for one that
 * may fit, which depends on something whose meaning is not known.
 */
export function testValues(values: Iterable<JsonValue>, terms: readonly Term[]): Solution | undefined {
  let doubtful: Solution | undefined
  for (const value of values) {
    const result = fitsAll(terms, value)
    if (result === true) return { kind: 'value', value }
    if (result === undefined) doubtful ??= whyUnknown(terms, value)
  }
  return doubtful
}

/** Whether a value fits all terms; undefined where that is not known. */
export function fitsAll(terms: readonly Term[], value: JsonValue): boolean | undefined {
  let result: boolean | undefined = true
  for (const term of terms) {
    const holds = evaluateTerm(term, value)
    if (holds === false) return false
    if (holds === undefined) result = undefined
  }
  return result
}

function whyUnknown(terms: readonly Term[], value: JsonValue): Solution {
  const doubtful = terms.filter((term) => evaluateTerm(term, value) === undefined)
  const found = findOpaque(doubtful, new Set())
  return found === undefined
    ? unknown('', 'it depends on something that is not understood')
    : unknown(found.place, found.reason)
}

function findOpaque(terms: readonly Term[], seen: Set<Term>): Opaque | undefined {
  for (const term of terms) {
    if (seen.has(term)) continue
    seen.add(term)
    if (term.kind === 'opaque') return term
    const found = findOpaque(partsOf(term), seen)
    if (found !== undefined) return found
  }
  return undefined
}

function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'and':
    case 'or':
    case 'one':
      return term.parts
    case 'not':
      return [term.part]
    case 'ref':
      return [term.resolve()]
    default:
      return 'term' in term ? [term.term] : []
  }
}

/** The bounds that keywords set to a length. */
export function lengthBounds(literals: readonly Term[]): { least: number; most: number } {
  let least = 0
  let most = Number.POSITIVE_INFINITY
  for (const literal of literals) {
    const isNegated = literal.kind === 'not'
    const term = isNegated ? literal.part : literal
    if (term.kind !== 'length') continue
    if ((term.side === 'least') !== isNegated) least = Math.max(least, isNegated ? term.bound + 1 : term.bound)
    else most = Math.min(most, isNegated ? term.bound - 1 : term.bound)
  }
  return { least, most }
}
