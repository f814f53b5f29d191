import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { memberProduct } from './evaluate'

it.each<[JsonValue, string[], number | undefined]>([
  [{ a: 2, b: 3 }, ['a', 'b'], 6],
  [{ a: 2, b: 3, c: 5 }, ['a', 'c'], 10],
  [{ a: 2 }, ['a', 'b'], 2],
  [{}, ['a', 'b'], 1],
  [{ a: 'x', b: 3 }, ['a', 'b'], 3],
  [{ a: 0, b: 3 }, ['a', 'b'], 0],
  [{ a: 2 }, ['constructor', 'a'], 2],
  [[2, 3], ['0'], undefined],
  [null, ['a'], undefined],
  [7, ['a'], undefined],
])('memberProduct of %j over %j is %j', (value, members, product) => {
  expect(memberProduct(value, members)).toBe(product)
})
