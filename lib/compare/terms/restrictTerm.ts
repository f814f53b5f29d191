import type { Terms } from './createTerms'
import { typeOf } from './evaluateTerm'
import { type Term, type ValueType, valueTypes } from './term'

const keywordTypes: Partial<Record<Term['kind'], ValueType>> = {
  least: 'number',
  most: 'number',
  multiple: 'number',
  pattern: 'string',
  format: 'string',
  item: 'array',
  rest: 'array',
  contains: 'array',
  unique: 'array',
  property: 'object',
  matching: 'object',
  others: 'object',
  has: 'object',
  names: 'object',
}

/** What a term says of the values of one type: keywords of the other types hold for them. */
export type RestrictTerm = (term: Term, type: ValueType) => Term

/** Makes a function that restricts terms to a type, and keeps what it has found. */
export function createRestrict(terms: Terms): RestrictTerm {
  const known = new Map(valueTypes.map((type) => [type, new Map<Term, Term>()]))

  const restrict: RestrictTerm = (term, type) => {
    const ofType = known.get(type)
    const found = ofType?.get(term) ?? compute(term, type)
    ofType?.set(term, found)
    return found
  }

  const compute = (term: Term, type: ValueType): Term => {
    switch (term.kind) {
      case 'true':
      case 'false':
        return term
      case 'and':
        return terms.and(term.parts.map((part) => restrict(part, type)))
      case 'or':
        return terms.or(term.parts.map((part) => restrict(part, type)))
      case 'one':
        return terms.one(term.parts.map((part) => restrict(part, type)))
      case 'not':
        return terms.not(restrict(term.part, type))
      case 'ref':
        return restrict(term.resolve(), type)
      case 'type':
        return term.type === type ? terms.yes : terms.no
      case 'enum':
        return terms.enum(term.values.filter((value) => typeOf(value) === type))
      case 'opaque':
        return term.of === undefined || term.of === type ? term : terms.yes
      case 'length':
        return term.of === type ? term : terms.yes
      default:
        return keywordTypes[term.kind] === type ? term : terms.yes
    }
  }
  return restrict
}
