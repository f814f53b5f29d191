import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { valuesAt } from './runCheck'

const payload: JsonValue = { a: [{ b: 1 }, { b: 2 }, 3], 'x/y': { z: null }, n: 0 }

it.each([
  ['', ['']],
  ['/a/*/b', ['/a/0/b', '/a/1/b']],
  ['/a/1', ['/a/1']],
  ['/a/9', []],
  ['/a/b', []],
  ['/x~1y/*', ['/x~1y/z']],
  ['/n/*', []],
  ['/toString', []],
])('finds the values at %s', (pattern, pointers) => {
  expect(valuesAt(payload, pattern).map(({ pointer }) => pointer)).toEqual(pointers)
})
