import { describe, expect, it } from 'vitest'
import { toJson } from './readYaml'

describe('toJson', () => {
  it.each<[unknown, unknown]>([
    [null, null],
    [undefined, null],
    ['text', 'text'],
    [true, true],
    [1.5, 1.5],
    [7n, 7],
    [-(2n ** 63n), -(2 ** 63)],
    [2n ** 63n - 1n, 2 ** 63],
    [2n ** 64n, 2 ** 64],
    [
      [1n, [undefined]],
      [1, [null]],
    ],
    [new Map([['a', new Map([['b', 1n]])]]), { a: { b: 1 } }],
    [new Set(['a', 1n]), { a: null, '1': null }],
  ])('makes %o JSON', (value, expected) => {
    expect(toJson(value)).toEqual(expected)
  })

  it.each<[unknown, string]>([
    [true, 'true'],
    [false, 'false'],
    [1n, '1'],
    [-1n, '-1'],
    [1.5, '1.5'],
    [null, '<nil>'],
    [undefined, '<nil>'],
    ['', ''],
    [1e21, '1e+21'],
    [100000.0, '100000'],
    [0.00001, '1e-05'],
    [0.0001, '0.0001'],
    [1.5e-7, '1.5e-07'],
    [1e-100, '1e-100'],
    [Number.POSITIVE_INFINITY, '+Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
    [Number.NaN, 'NaN'],
    [0, '0'],
  ])('writes the key %o as Go does', (key, text) => {
    expect(toJson(new Map([[key, 'x']]))).toEqual({ [text]: 'x' })
  })

  it('keeps a key called __proto__ as any other', () => {
    expect(JSON.stringify(toJson(new Map([['__proto__', 1n]])))).toBe('{"__proto__":1}')
  })

  it.each<[string, unknown, string]>([
    ['a number without an end', Number.POSITIVE_INFINITY, 'no JSON number'],
    ['no number', Number.NaN, 'no JSON number'],
    ['what only fits without a sign', 2n ** 63n, 'does not fit a 64-bit integer'],
    ['the last of those', 2n ** 64n - 1n, 'does not fit a 64-bit integer'],
    ['a map as a key', new Map([[new Map(), 1]]), 'a key is neither'],
    ['a date', new Date(0), 'a value that JSON does not have'],
  ])('refuses %s', (_, value, words) => {
    expect(() => toJson(value)).toThrow(words)
  })
})
