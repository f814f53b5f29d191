import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isScope, missingScopes, normalizeScopes, type ScopeExpression, satisfies, scopesIn } from './scopes'

describe('satisfies', () => {
  it.each<[string[], ScopeExpression, boolean]>([
    [['a'], 'a', true],
    [['a'], 'ab', false],
    [['a*'], 'ab', true],
    [['a*'], 'a', true],
    [['a*'], 'a*', true],
    [['a'], 'a*', false],
    [['*'], 'a*', true],
    [['*'], '', true],
    [['a*c'], 'abc', false],
    [['a*c'], 'a*c', true],
    [['ab*'], 'a*', false],
    [[], { AllOf: [] }, true],
    [['*'], { AnyOf: [] }, false],
    [['a'], { AllOf: ['a', 'b'] }, false],
    [['a', 'b'], { AllOf: ['a', { AnyOf: ['b', 'c'] }] }, true],
    [['a'], { AnyOf: [{ AllOf: ['a', 'b'] }, 'c'] }, false],
  ])('%j for %j: %j', (held, needed, answer) => {
    expect(satisfies(held, needed)).toBe(answer)
    if (needed !== undefined) expect(missingScopes(held, needed) === undefined).toBe(answer)
  })

  const scope = fc.string({ unit: fc.constantFrom('a', 'b', '*', ':'), maxLength: 5 })
  it('answers the same before and after normalizing', () => {
    fc.assert(
      fc.property(fc.array(scope), scope, (held, needed) => {
        expect(satisfies(normalizeScopes(held), needed)).toBe(satisfies(held, needed))
      }),
    )
  })
})

describe('missingScopes', () => {
  it.each<[string[], ScopeExpression, ScopeExpression | undefined]>([
    [['a'], { AllOf: ['a', 'b'] }, 'b'],
    [[], { AllOf: ['a', { AnyOf: ['b', 'c'] }] }, { AllOf: ['a', { AnyOf: ['b', 'c'] }] }],
    [['b*'], { AllOf: ['a', { AnyOf: ['b', 'c'] }] }, 'a'],
    [['*'], 'a', undefined],
  ])('%j for %j: %j', (held, needed, missing) => {
    expect(missingScopes(held, needed)).toEqual(missing)
  })
})

describe('normalizeScopes', () => {
  it.each<[string[], string[]]>([
    [
      ['a', 'a*', 'ab', 'b', 'b'],
      ['a*', 'b'],
    ],
    [
      ['b', 'a', 'a('],
      ['a', 'a(', 'b'],
    ],
    [['a*b', '*', ''], ['*']],
    [[], []],
  ])('%j: %j', (held, kept) => expect(normalizeScopes(held)).toEqual(kept))
})

it('names every scope of an expression', () => {
  expect(scopesIn({ AllOf: ['a', { AnyOf: ['b', 'c'] }] })).toEqual(['a', 'b', 'c'])
  expect(scopesIn({ AnyOf: [] })).toEqual([])
})

describe('isScope', () => {
  it.each([
    ['queue:x y~', true],
    ['', true],
    ['ä', false],
    ['a\n', false],
    [1, false],
    [undefined, false],
  ])('%j: %j', (value, answer) => expect(isScope(value)).toBe(answer))
})
