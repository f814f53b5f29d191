import { describe, expect, it } from 'vitest'
import { createTerms } from './createTerms'

const terms = createTerms()
const { yes, no, make, and, or, one, not } = terms
const a = make({ kind: 'has', name: 'a' })
const b = make({ kind: 'has', name: 'b' })
const c = make({ kind: 'has', name: 'c' })

describe('a term', () => {
  it('is made once', () => {
    expect(make({ kind: 'has', name: 'a' })).toBe(a)
    expect(make({ kind: 'length', of: 'array', side: 'least', bound: 1 })).not.toBe(
      make({ kind: 'length', of: 'string', side: 'least', bound: 1 }),
    )
    expect(make({ kind: 'least', bound: 1, exclusive: true })).not.toBe(
      make({ kind: 'least', bound: 1, exclusive: false }),
    )
    expect(make({ kind: 'property', name: 'x', term: a })).not.toBe(make({ kind: 'property', name: 'x', term: b }))
    expect(make({ kind: 'others', names: ['a'], patterns: [], term: a })).not.toBe(
      make({ kind: 'others', names: [], patterns: ['a'], term: a }),
    )
    expect(make({ kind: 'ref', name: 'class 1', resolve: () => a })).toBe(
      make({ kind: 'ref', name: 'class 1', resolve: () => b }),
    )
  })
})

describe('and, or', () => {
  it.each([
    ['nothing', and([]), yes, or([]), no],
    ['one part', and([a]), a, or([a]), a],
    ['the same twice', and([a, a]), a, or([a, a]), a],
    ['true', and([a, yes]), a, or([a, yes]), yes],
    ['false', and([a, no]), no, or([a, no]), a],
    ['any order', and([a, b]), and([b, a]), or([a, b]), or([b, a])],
    ['parts of parts', and([a, and([b, c])]), and([a, b, c]), or([or([a, b]), c]), or([a, b, c])],
    ['a part and its opposite', and([a, b, not(a)]), no, or([a, b, not(a)]), yes],
  ])('of %s', (_, conjunction, expected, disjunction, alternative) => {
    expect(conjunction).toBe(expected)
    expect(disjunction).toBe(alternative)
  })
})

describe('not', () => {
  it.each([
    ['true', not(yes), no],
    ['false', not(no), yes],
    ['not', not(not(a)), a],
    ['and', not(and([a, b])), or([not(a), not(b)])],
    ['or', not(or([a, not(b)])), and([not(a), b])],
    ['exactly one, twice', not(not(one([a, b]))), one([a, b])],
  ])('of %s', (_, found, expected) => {
    expect(found).toBe(expected)
  })

  it('of a keyword is a term of its own', () => {
    expect(not(a)).toMatchObject({ kind: 'not', part: a })
    expect(not(one([a, b]))).toMatchObject({ kind: 'not', part: one([a, b]) })
  })
})

describe('one', () => {
  it.each([
    ['nothing', one([]), no],
    ['one part', one([a]), a],
    ['what cannot be', one([a, no]), a],
    ['any order', one([a, b]), one([b, a])],
    ['a part that holds', one([yes, a, b]), and([not(a), not(b)])],
    ['two that hold', one([yes, a, yes]), no],
    ['nothing that can be', one([no, no]), no],
  ])('of %s', (_, found, expected) => {
    expect(found).toBe(expected)
  })

  it('keeps the same part twice: it is never the only one', () => {
    expect(one([a, a, b])).toMatchObject({ kind: 'one', parts: [a, a, b] })
  })
})

describe('enum', () => {
  it('has each value once, in one order', () => {
    expect(terms.enum([2, 1, 2.0])).toBe(terms.enum([1, 2]))
    expect(terms.enum([{ a: 1, b: 2 }])).toBe(terms.enum([{ b: 2, a: 1 }]))
    expect(terms.enum([])).toBe(no)
    expect(terms.enum([1])).not.toBe(terms.enum(['1']))
    expect(terms.enum([null])).not.toBe(terms.enum([Number.POSITIVE_INFINITY]))
  })
})

it('remembers where a term was met first', () => {
  terms.note(a, '/first')
  terms.note(a, '/second')
  expect(terms.placeOf(a)).toBe('/first')
  expect(terms.placeOf(not(a))).toBe('/first')
  expect(terms.placeOf(b)).toBe('')
})
