import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions } from './versions'

describe('compareVersions', () => {
  it('orders by number, not by text', () => {
    const sorted = ['0.0.9', '0.1.0', '0.9.9', '0.10.0', '1.0.0', '1.0.10', '1.2.0', '2.0.0', '10.0.0']
    expect(sorted.toReversed().sort(compareVersions)).toEqual(sorted)
  })

  it.each([
    ['1.0.0', '1.0.0'],
    ['1.02.0', '1.2.0'],
    ['1', '1.0.0'],
  ])('takes %s and %s for the same', (a, b) => {
    expect(compareVersions(a, b)).toBe(0)
    expect(compareVersions(b, a)).toBe(0)
  })

  it('is an order', () => {
    const version = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12)).map((parts) => parts.join('.'))
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(0 - Math.sign(compareVersions(b, a)))
        expect(compareVersions(a, b) === 0).toBe(a === b)
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
