import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { fillPlaceholders } from './requiredScopes'

it.each<[string, JsonValue, string]>([
  ['a:<x>', { x: 'y' }, 'a:y'],
  ['<x>/<y>', { x: 'a', y: 'b' }, 'a/b'],
  ['<x>/<x>', { x: 'a' }, 'a/a'],
  ['<x>', { x: 5 }, '5'],
  ['<x>', { x: 0 }, '0'],
  ['<x>', {}, '<x>'],
  ['<x>', { x: '' }, '<x>'],
  ['<x>', { x: null }, '<x>'],
  ['<x>', { x: true }, '<x>'],
  ['<x>', { x: { $env: 'X' } }, '<x>'],
  ['<x>', { x: '<y>', y: 'z' }, '<y>'],
  ['<x>', { x: '$&' }, '$&'],
  ['<toString>', {}, '<toString>'],
  ['<a b> < x> <1> <>', { a: 'x' }, '<a b> < x> <1> <>'],
  ['<x>', 'text', '<x>'],
  ['<0>', ['a'], '<0>'],
  ['<x>', null, '<x>'],
])('fillPlaceholders of %j with %j is %j', (template, values, expected) => {
  expect(fillPlaceholders(template, values)).toBe(expected)
})
