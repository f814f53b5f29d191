import { describe, expect, it } from 'vitest'
import { createTerms } from './createTerms'
import { createRestrict } from './restrictTerm'
import { type Term, type ValueType, valueTypes } from './term'

const terms = createTerms()
const { make, and, or, one, not, yes, no } = terms
const restrict = createRestrict(terms)
const type = (name: ValueType) => make({ kind: 'type', type: name })
const has = make({ kind: 'has', name: 'a' })
const least = make({ kind: 'least', bound: 1, exclusive: false })

describe('a keyword', () => {
  it.each<[ValueType, Term]>([
    ['number', least],
    ['number', make({ kind: 'most', bound: 1, exclusive: false })],
    ['number', make({ kind: 'multiple', divisor: 2 })],
    ['string', make({ kind: 'pattern', source: 'a' })],
    ['string', make({ kind: 'format', name: 'uri' })],
    ['string', make({ kind: 'length', of: 'string', side: 'least', bound: 1 })],
    ['array', make({ kind: 'length', of: 'array', side: 'least', bound: 1 })],
    ['object', make({ kind: 'length', of: 'object', side: 'least', bound: 1 })],
    ['array', make({ kind: 'item', index: 0, term: no })],
    ['array', make({ kind: 'rest', from: 0, term: no })],
    ['array', make({ kind: 'contains', term: yes })],
    ['array', make({ kind: 'unique' })],
    ['object', has],
    ['object', make({ kind: 'property', name: 'a', term: no })],
    ['object', make({ kind: 'matching', pattern: 'a', term: no })],
    ['object', make({ kind: 'others', names: [], patterns: [], term: no })],
    ['object', make({ kind: 'names', term: no })],
    ['string', make({ kind: 'opaque', key: '1', of: 'string', ignorable: false, place: '', reason: '' })],
  ])('of %s says something of those, and nothing of the others: %o', (name, term) => {
    for (const other of valueTypes) {
      expect(restrict(term, other)).toBe(other === name ? term : yes)
      expect(restrict(not(term), other)).toBe(other === name ? not(term) : no)
    }
  })

  it('whose meaning is not known may say something of all', () => {
    const opaque = make({ kind: 'opaque', key: '2', of: undefined, ignorable: false, place: '', reason: '' })
    for (const name of valueTypes) expect(restrict(opaque, name)).toBe(opaque)
  })
})

describe('a term', () => {
  it.each<[string, Term, ValueType, Term]>([
    ['of its own type', type('string'), 'string', yes],
    ['of another type', type('string'), 'number', no],
    ['of not that type', not(type('string')), 'string', no],
    ['and', and([type('object'), has, least]), 'object', has],
    ['and, of another type', and([type('object'), has]), 'number', no],
    ['or', or([type('string'), least]), 'number', least],
    ['or, that holds', or([type('string'), least]), 'string', yes],
    ['exactly one, where one holds', one([least, has]), 'number', not(least)],
    ['exactly one, where two hold', one([least, has]), 'string', no],
    ['enum', terms.enum([1, 'a', null, {}]), 'string', terms.enum(['a'])],
    ['enum without a value of the type', terms.enum([1]), 'array', no],
    ['not enum', not(terms.enum([1, 'a'])), 'number', not(terms.enum([1]))],
    ['not enum without a value of the type', not(terms.enum([1])), 'array', yes],
    ['a reference', make({ kind: 'ref', name: 'r', resolve: () => and([type('number'), least]) }), 'number', least],
    ['true', yes, 'null', yes],
    ['false', no, 'null', no],
  ])('%s', (_, term, name, expected) => {
    expect(restrict(term, name)).toBe(expected)
  })
})
