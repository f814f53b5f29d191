import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, equalJson, type JsonValue } from './json'

const json: fc.Arbitrary<JsonValue> = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)))

it('sorts keys and keeps the value', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: 1, c: 2 } })).toBe(
    '{\n  "a": {\n    "c": 2,\n    "d": 1\n  },\n  "b": [\n    2,\n    1\n  ]\n}\n',
  )
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(value)
    }),
  )
})

it('gives equal values the same bytes, and only those', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(equalJson(a, a)).toBe(true)
      expect(equalJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
    }),
  )
})
