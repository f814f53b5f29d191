import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { count, describeValue, shortJson } from './words'

describe('describeValue', () => {
  it.each<[JsonValue, string]>([
    [null, 'null'],
    [true, 'true'],
    [-1.5, '-1.5'],
    ['a "b"', '"a \\"b\\""'],
    ['\n', '"\\n"'],
    [[], 'an empty array'],
    [[[]], 'an array of 1 item'],
    [[1, 2], 'an array of 2 items'],
    [{}, 'an empty object'],
    [{ a: 1 }, 'an object with 1 property'],
    [{ a: 1, b: 2 }, 'an object with 2 properties'],
    ['x'.repeat(58), `"${'x'.repeat(58)}"`],
    ['x'.repeat(59), `"${'x'.repeat(58)}…"`],
    ['x'.repeat(1e6), `"${'x'.repeat(58)}…"`],
    ['😀'.repeat(100), `"${'😀'.repeat(29)}…"`],
    [`${'x'.repeat(57)}"""`, `"${'x'.repeat(57)}…"`],
  ])('of %j is %s', (value, words) => {
    expect(describeValue(value)).toBe(words)
  })

  it('shortens the JSON of containers too', () => {
    expect(shortJson(['a', { b: 1 }])).toBe('["a",{"b":1}]')
    expect(shortJson(Array.from({ length: 100 }, () => 1))).toHaveLength(60)
  })

  it('counts in words', () => {
    expect([0, 1, 2].map((n) => count(n, 'item'))).toEqual(['0 items', '1 item', '2 items'])
    expect(count(2, 'property', 'properties')).toBe('2 properties')
  })
})
