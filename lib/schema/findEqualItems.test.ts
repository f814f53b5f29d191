import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalJson, type JsonValue } from '@/lib/base/json'
import { arbitraryValue } from './testing/arbitrarySchema'
import { findEqualItems } from './values'

describe('findEqualItems', () => {
  it.each<[JsonValue[], [number, number] | undefined]>([
    [[], undefined],
    [[1, '1', true, 'true', null, 'null', [], {}], undefined],
    [
      ['a', 'b', 'a'],
      [0, 2],
    ],
    [
      [{ a: 1, b: [{ c: 1, d: 2 }] }, 0, { b: [{ d: 2, c: 1 }], a: 1 }],
      [0, 2],
    ],
    [
      [
        [1, 2],
        [2, 1],
      ],
      undefined,
    ],
    [
      [1, 2, 2, 1],
      [1, 2],
    ],
    [
      [0, -0],
      [0, 1],
    ],
    [JSON.parse('[{"__proto__": 1}, {}, {"__proto__": 1}]'), [0, 2]],
  ])('of %j: %j', (items, expected) => {
    expect(findEqualItems(items)).toEqual(expected)
  })

  it('finds two equal items where there are any', () => {
    fc.assert(
      fc.property(fc.array(arbitraryValue), (items) => {
        const found = findEqualItems(items)
        const some = items.some((a, i) => items.some((b, j) => i < j && equalJson(a, b)))
        expect(found !== undefined).toBe(some)
        if (found !== undefined) expect(equalJson(items[found[0]] ?? null, items[found[1]] ?? null)).toBe(true)
      }),
    )
  })
})
