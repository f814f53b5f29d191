import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { valueAt } from './places'

const value: JsonValue = { a: [{ b: 1 }, null], c: { 0: 'zero' }, '': 2 }

it.each<[(string | number)[], JsonValue]>([
  [[], value],
  [['a', 0, 'b'], 1],
  [['a', 1], null],
  [['a', 2], null],
  [['a', '0', 'b'], 1],
  [['c', '0'], 'zero'],
  [[''], 2],
  [['a', 0, 'b', 'c'], null],
  [['constructor'], null],
  [['gone', 'x'], null],
])('valueAt %j is %j', (place, expected) => {
  expect(valueAt(value, place)).toEqual(expected)
})
