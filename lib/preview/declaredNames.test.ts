import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { declaredNames } from './taskParts'

it.each<[string, JsonObject, string[]]>([
  ['properties', { properties: { a: true, b: {} } }, ['a', 'b']],
  ['all forms', { oneOf: [{ properties: { a: {} } }, { anyOf: [{ properties: { b: {} } }, true] }] }, ['a', 'b']],
  ['what is joined', { properties: { a: {} }, allOf: [{ properties: { c: {} } }] }, ['a', 'c']],
  ['nothing of what is inside', { properties: { a: { properties: { b: {} } } } }, ['a']],
  ['nothing where nothing is declared', { additionalProperties: true, allOf: 1, properties: [] }, []],
  ['names that every object inherits', JSON.parse('{"properties": {"__proto__": {}}}'), ['__proto__']],
])('knows %s', (_, schema, names) => {
  expect([...declaredNames(schema)]).toEqual(names)
})
