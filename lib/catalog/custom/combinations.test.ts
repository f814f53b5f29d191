import fc from 'fast-check'
import { expect, it } from 'vitest'
import { combinations } from './configSwitches'

it('gives every combination where there are few', () => {
  expect(combinations([2, 3], 6)).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [0, 2],
    [1, 2],
  ])
  expect(combinations([], 1)).toEqual([[]])
})

it('lets every two options meet where there are many, in few rows', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 12 }), (sizes) => {
      const rows = combinations(sizes, 1)
      const [largest = 1, second = 1] = [...sizes].sort((a, b) => b - a)
      expect(rows.length).toBeLessThanOrEqual(Math.max(1, largest * second * 4))
      for (let a = 0; a < sizes.length; a++) {
        for (let b = a + 1; b < sizes.length; b++) {
          const met = new Set(rows.map((row) => `${row[a]},${row[b]}`))
          if (rows.length > 1 || sizes.some((size) => size > 1))
            expect(met.size).toBe((sizes[a] ?? 0) * (sizes[b] ?? 0))
        }
      }
      expect(combinations(sizes, 1)).toEqual(rows)
    }),
    { numRuns: 50 },
  )
})

it('copes with as many switches as an entry may have', () => {
  expect(
    combinations(
      Array.from({ length: 24 }, () => 7),
      128,
    ).length,
  ).toBeLessThan(160)
})
