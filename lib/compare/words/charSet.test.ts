import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allChars, type CharSet, charSet, complement, hasChar } from './charSet'

const last = 0x10ffff

describe('charSet', () => {
  it.each<[string, [number, number][], CharSet]>([
    ['nothing', [], []],
    [
      'sorted',
      [
        [5, 6],
        [1, 2],
      ],
      [
        [1, 2],
        [5, 6],
      ],
    ],
    [
      'merged where they overlap',
      [
        [1, 5],
        [3, 9],
      ],
      [[1, 9]],
    ],
    [
      'merged where they touch',
      [
        [1, 2],
        [3, 4],
      ],
      [[1, 4]],
    ],
    [
      'apart where one is missing between them',
      [
        [1, 2],
        [4, 4],
      ],
      [
        [1, 2],
        [4, 4],
      ],
    ],
    [
      'the larger one, where it holds the other',
      [
        [1, 9],
        [3, 4],
      ],
      [[1, 9]],
    ],
  ])('is %s', (_, ranges, expected) => {
    expect(charSet(ranges)).toEqual(expected)
  })
})

describe('complement', () => {
  it.each<[string, CharSet, CharSet]>([
    ['nothing', [], allChars],
    ['everything', allChars, []],
    [
      'one character',
      [[10, 10]],
      [
        [0, 9],
        [11, 0xd7ff],
        [0xe000, last],
      ],
    ],
    [
      'the first and the last',
      [
        [0, 0],
        [last, last],
      ],
      [
        [1, 0xd7ff],
        [0xe000, last - 1],
      ],
    ],
    [
      'what goes across the surrogates',
      [[0x41, 0xe000]],
      [
        [0, 0x40],
        [0xe001, last],
      ],
    ],
    ['surrogates alone', [[0xd800, 0xdfff]], allChars],
  ])('of %s', (_, set, expected) => {
    expect(complement(set)).toEqual(expected)
  })

  it('has each character that the set has not, and is the set again when done twice', () => {
    const char = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0xd780, max: 0xe080 }), fc.constant(last))
    const sets = fc
      .array(fc.tuple(char, fc.nat({ max: 200 })), { maxLength: 5 })
      .map((ranges) => charSet(ranges.map(([low, size]): [number, number] => [low, Math.min(low + size, last)])))
    fc.assert(
      fc.property(sets, char, (set, one) => {
        fc.pre(one < 0xd800 || one > 0xdfff)
        expect(hasChar(complement(set), one)).toBe(!hasChar(set, one))
        expect(hasChar(complement(complement(set)), one)).toBe(hasChar(set, one))
      }),
    )
  })
})
