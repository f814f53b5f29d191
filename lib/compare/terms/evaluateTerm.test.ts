import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { createTerms } from './createTerms'
import { evaluateTerm, isOther, typeOf } from './evaluateTerm'
import { type Opaque, type ValueType, valueTypes } from './term'

const terms = createTerms()
const { make, and, or, one, not, yes, no } = terms
let count = 0
const opaque = (more: Partial<Opaque> = {}) =>
  make({
    kind: 'opaque',
    key: `no. ${++count}`,
    of: undefined,
    ignorable: false,
    place: '/x',
    reason: 'nobody knows',
    ...more,
  })
const unknown = opaque()
const has = (name: string) => make({ kind: 'has', name })

describe('a value whose fit is not known', () => {
  it.each([
    ['beside what does not hold', and([unknown, no]), false],
    ['beside what holds', and([unknown, has('a')]), undefined],
    ['or what holds', or([unknown, has('a')]), true],
    ['or what does not hold', or([unknown, has('b')]), undefined],
    ['below not', not(unknown), undefined],
    ['as the only one', one([unknown, has('b')]), undefined],
    ['beside one that holds', one([unknown, has('a')]), undefined],
    ['beside two that hold', one([unknown, has('a'), make({ kind: 'unique' })]), false],
    ['in a member', make({ kind: 'property', name: 'a', term: unknown }), undefined],
    ['in a member that is not there', make({ kind: 'property', name: 'b', term: unknown }), true],
    ['in all other members', make({ kind: 'others', names: ['a'], patterns: [], term: unknown }), true],
    ['in a name', make({ kind: 'names', term: unknown }), undefined],
  ])('%s', (_, term, expected) => {
    expect(evaluateTerm(term, { a: 1 })).toBe(expected)
  })
})

describe('what is not understood', () => {
  it.each<[string, Partial<Opaque>, JsonValue, boolean | undefined]>([
    ['is not known for any value', {}, 1, undefined],
    ['says nothing of other types', { of: 'string' }, 1, true],
    ['may be told for a single value', { of: 'string', test: (value) => value === 'a' }, 'b', false],
    ['may be told where it fits', { of: 'string', test: (value) => value === 'a' }, 'a', true],
    ['is let pass by those that do not know it', { of: 'string', ignorable: true }, 'a', true],
  ])('%s', (_, more, value, expected) => {
    expect(evaluateTerm(opaque(more), value)).toBe(expected)
  })

  it('is not known to be refused where it is forbidden and would be let pass', () => {
    const format = not(opaque({ of: 'string', ignorable: true }))
    expect(evaluateTerm(format, 'a')).toBeUndefined()
    expect(evaluateTerm(format, 1)).toBe(false)
  })
})

it.each<[JsonValue, ValueType]>([
  [null, 'null'],
  [[], 'array'],
  [{}, 'object'],
  [false, 'boolean'],
  ['', 'string'],
  [1.5, 'number'],
  [1, 'number'],
])('%j is of type %s, and of no other', (value, type) => {
  expect(typeOf(value)).toBe(type)
  const fitting = valueTypes.filter((one) => evaluateTerm(make({ kind: 'type', type: one }), value))
  expect(fitting).toEqual([type])
})

describe('a keyword', () => {
  const keywords = [
    make({ kind: 'least', bound: 5, exclusive: false }),
    make({ kind: 'length', of: 'string', side: 'least', bound: 2 }),
    make({ kind: 'length', of: 'array', side: 'least', bound: 2 }),
    make({ kind: 'length', of: 'object', side: 'least', bound: 2 }),
    make({ kind: 'contains', term: yes }),
    has('a'),
    make({ kind: 'pattern', source: '^b' }),
  ]

  it('holds for all values of the other types', () => {
    const failing = (value: JsonValue) =>
      keywords.flatMap((term, i) => (evaluateTerm(term, value) === false ? [i] : []))
    expect(failing(1)).toEqual([0])
    expect(failing('a')).toEqual([1, 6])
    expect(failing([])).toEqual([2, 4])
    expect(failing({})).toEqual([3, 5])
    expect(failing(null)).toEqual([])
    expect(failing(true)).toEqual([])
  })

  it('about an item holds where there is no such item', () => {
    expect(evaluateTerm(make({ kind: 'item', index: 1, term: no }), [1])).toBe(true)
    expect(evaluateTerm(make({ kind: 'rest', from: 1, term: no }), [1])).toBe(true)
    expect(evaluateTerm(make({ kind: 'rest', from: 1, term: no }), [1, 2])).toBe(false)
    expect(evaluateTerm(make({ kind: 'contains', term: yes }), [])).toBe(false)
  })

  it('looks at own properties alone', () => {
    expect(evaluateTerm(has('constructor'), {})).toBe(false)
    expect(evaluateTerm(make({ kind: 'property', name: 'toString', term: no }), {})).toBe(true)
  })
})

it.each<[string, string[], string[], boolean]>([
  ['a', ['a'], [], false],
  ['b', ['a'], ['^b'], false],
  ['c', ['a'], ['^b'], true],
  ['constructor', [], [], true],
])('%s beside the names %j and patterns %j is an other one: %s', (name, names, patterns, expected) => {
  expect(isOther(name, { names, patterns })).toBe(expected)
})
