import { describe, expect, it } from 'vitest'
import { createTerms } from '@/lib/compare/terms/createTerms'
import type { Opaque } from '@/lib/compare/terms/term'
import { fitsAll, lengthBounds, testValues } from './testValues'

const terms = createTerms()
const { make, not } = terms
const number = make({ kind: 'type', type: 'number' })
const least = make({ kind: 'least', bound: 2, exclusive: false })
const opaque = (place: string, more: Partial<Opaque> = {}) =>
  make({ kind: 'opaque', key: place, of: undefined, ignorable: false, place, reason: `of ${place}`, ...more })

describe('testValues', () => {
  it('gives the first value that fits', () => {
    expect(testValues([1, 'a', 3, 2], [number, least])).toEqual({ kind: 'value', value: 3 })
    expect(testValues([1, 'a'], [number, least])).toBeUndefined()
    expect(testValues([], [])).toBeUndefined()
  })

  it('gives a value that fits before one that may, and says why that is not known', () => {
    const strange = opaque('/x', { of: 'number', test: (value) => (value === 5 ? true : undefined) })
    expect(testValues([3, 5], [least, strange])).toEqual({ kind: 'value', value: 5 })
    expect(testValues([1, 3], [least, strange])).toEqual({ kind: 'unknown', place: '/x', reason: 'of /x' })
    expect(testValues([1], [least, strange])).toBeUndefined()
  })

  it.each([
    ['below not', not(opaque('/not')), '/not'],
    ['among alternatives', terms.or([least, opaque('/or')]), '/or'],
    ['of which one must hold', terms.one([opaque('/one'), least]), '/one'],
    ['in a member', make({ kind: 'property', name: 'a', term: opaque('/member') }), '/member'],
    ['behind a reference', make({ kind: 'ref', name: 'r', resolve: () => opaque('/ref') }), '/ref'],
  ])('finds the reason %s', (_, term, place) => {
    const value = place === '/member' ? { a: 1 } : 1
    expect(testValues([value], [term])).toEqual({ kind: 'unknown', place, reason: `of ${place}` })
  })

  it('does not look for ever in a schema that contains itself', () => {
    const around = make({
      kind: 'ref',
      name: 'around',
      resolve: () => make({ kind: 'property', name: 'a', term: around }),
    })
    expect(fitsAll([around], { a: { a: 1 } })).toBe(true)
    expect(testValues([{ a: 1 }], [around, opaque('/beside')])).toMatchObject({ place: '/beside' })
  })
})

describe('lengthBounds', () => {
  const length = (side: 'least' | 'most', bound: number) => make({ kind: 'length', of: 'array', side, bound })

  it.each([
    ['no keyword', [], 0, Number.POSITIVE_INFINITY],
    ['other keywords', [least, not(least)], 0, Number.POSITIVE_INFINITY],
    ['one of each', [length('least', 2), length('most', 5)], 2, 5],
    ['several', [length('least', 2), length('least', 3), length('most', 5), length('most', 4)], 3, 4],
    ['not at least', [not(length('least', 3))], 0, 2],
    ['not at most', [not(length('most', 3))], 4, Number.POSITIVE_INFINITY],
    ['not at least one', [not(length('least', 1))], 0, 0],
  ])('of %s', (_, literals, from, to) => {
    expect(lengthBounds(literals)).toEqual({ least: from, most: to })
  })
})
