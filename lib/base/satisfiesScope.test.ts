import { expect, it } from 'vitest'
import { satisfiesScope } from './satisfiesScope'

it.each([
  [['a:b'], 'a:b', true],
  [['a:*'], 'a:b', true],
  [['*'], '', true],
  [['a*'], 'a', true],
  [['a'], 'a*', false],
  [['a*'], 'a*', true],
  [['a*b'], 'axb', false],
  [[], 'a', false],
])('%j and %s: %s', (held, needed, expected) => {
  expect(satisfiesScope(held, needed)).toBe(expected)
})
