import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMultipleOf } from './values'

describe('isMultipleOf', () => {
  it.each<[number, number, boolean]>([
    [0.3, 0.1, true],
    [19.99, 0.01, true],
    [1.1, 0.2, false],
    [0, 7, true],
    [-0, 7, true],
    [-6, 3, true],
    [-7, 3, false],
    [1e21, 1, true],
    [1e300, 3, false],
    [3e300, 3, true],
    [5e-324, 5e-324, true],
    [1, 5e-324, true],
    [1.5, 1, false],
    [1, 0, false],
    [1, -1, false],
    [Number.NaN, 1, false],
    [Number.POSITIVE_INFINITY, 1, false],
  ])('%d of %d: %s', (value, divisor, expected) => {
    expect(isMultipleOf(value, divisor)).toBe(expected)
  })

  it('agrees with whole numbers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (value, divisor) => {
        expect(isMultipleOf(value, divisor)).toBe(value % divisor === 0)
        expect(isMultipleOf(value * divisor, divisor)).toBe(true)
      }),
    )
  })
})
