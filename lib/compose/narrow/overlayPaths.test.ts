import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { overlayPaths } from './limitNarrowings'

it.each<[string, JsonObject, string[]]>([
  ['a property', { properties: { a: { maximum: 1 } } }, ['/a']],
  ['a property that is dropped', { properties: { a: false } }, ['/a']],
  ['two properties', { properties: { a: { maximum: 1 }, b: { maximum: 1 } } }, ['/a', '/b']],
  ['a property deep down', { properties: { a: { properties: { b: { minimum: 0 } } } } }, ['/a/b']],
  ['items', { properties: { a: { items: { maxLength: 1 } } } }, ['/a/*']],
  ['properties of items', { properties: { a: { items: { properties: { b: { enum: [] } } } } } }, ['/a/*/b']],
  [
    'an object and its member',
    { properties: { a: { required: ['b'], properties: { b: { enum: [] } } } } },
    ['/a', '/a/b'],
  ],
  ['the whole', { not: {} }, ['']],
  ['the whole and a property', { required: ['a'], properties: { a: {} } }, ['', '/a']],
  ['nothing', {}, ['']],
  ['names that a pointer escapes', { properties: { 'a/b~c': false } }, ['/a~1b~0c']],
])('overlayPaths names %s', (_, overlay, expected) => {
  expect(overlayPaths(overlay)).toEqual(expected)
})
