import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { hasPlace } from './hasPlace'

const closed = (properties: JsonObject): JsonObject => ({ type: 'object', properties, additionalProperties: false })
const text: JsonObject = { type: 'string' }

describe('hasPlace', () => {
  const cases: [string, JsonObject, string, boolean][] = [
    ['a property', closed({ a: text }), 'a', true],
    ['no property of a closed object', closed({ a: text }), 'b', false],
    ['a property that nothing satisfies', closed({ a: false }), 'a', false],
    ['any property of an open object', { type: 'object' }, 'b', true],
    ['no property of something that need be no object', {}, 'b', false],
    ['a name that every object inherits', closed({}), 'constructor', false],
    ['below a text', closed({ a: text }), 'a/b', false],
    ['items', closed({ a: { type: 'array', items: closed({ b: text }) } }), 'a/*/b', true],
    ['no items with such a member', closed({ a: { type: 'array', items: closed({ b: text }) } }), 'a/*/c', false],
    ['members of a map', closed({ a: { type: 'object', additionalProperties: text } }), 'a/*', true],
    ['no members of a closed object', closed({ a: closed({}) }), 'a/*', false],
    ['in one of several choices', { oneOf: [closed({ a: text }), closed({ b: text })] }, 'b', true],
    ['in none of the choices', { anyOf: [closed({ a: text })], allOf: [closed({ b: text })] }, 'c', false],
    ['a name that a pattern takes', { patternProperties: { '^x-': text }, additionalProperties: false }, 'x-a', true],
    ['a name that no pattern takes', { patternProperties: { '^x-': text }, additionalProperties: false }, 'y', false],
    [
      'members by pattern',
      { patternProperties: { '^x-': closed({ b: text }) }, additionalProperties: false },
      '*/b',
      true,
    ],
    [
      'behind a reference',
      { ...closed({ a: { $ref: '#/definitions/b' } }), definitions: { b: closed({ c: text }) } },
      'a/c',
      true,
    ],
    ['behind a reference to the whole', closed({ a: { $ref: '#' } }), 'a/a/a', true],
    ['behind a reference to itself', { $ref: '#', ...closed({ a: text }) }, 'b', false],
    [
      'behind two that lead to each other',
      { $ref: '#/definitions/a', definitions: { a: { $ref: '#/definitions/b' }, b: { $ref: '#/definitions/a' } } },
      'x',
      false,
    ],
    ['behind a reference that leads nowhere', { $ref: '#/definitions/none', additionalProperties: false }, 'x', false],
    ['behind a reference elsewhere', { $ref: 'https://example.com/x.json', additionalProperties: false }, 'x', false],
  ]
  it.each(cases)('%s', (_, schema, pointer, there) => {
    expect(hasPlace(schema, pointer.split('/'))).toBe(there)
  })

  it('has the root of any schema', () => {
    expect(hasPlace(closed({}), [])).toBe(true)
  })
})
