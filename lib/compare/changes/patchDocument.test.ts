import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { patchDocument, withDefinitionsOf } from './effectsOf'

const document = { properties: { a: { type: 'string' }, 'b/c': { minimum: 1 } }, anyOf: [{ const: 1 }, { const: 2 }] }

describe('patchDocument', () => {
  it.each<[pointer: string, value: JsonValue | undefined, expected: JsonValue]>([
    ['/properties/a/type', 'null', { ...document, properties: { ...document.properties, a: { type: 'null' } } }],
    ['/properties/a/type', undefined, { ...document, properties: { ...document.properties, a: {} } }],
    ['/properties/b~1c/minimum', 2, { ...document, properties: { ...document.properties, 'b/c': { minimum: 2 } } }],
    [
      '/properties/a/maxLength',
      5,
      { ...document, properties: { ...document.properties, a: { type: 'string', maxLength: 5 } } },
    ],
    ['/anyOf/1', { const: 3 }, { ...document, anyOf: [{ const: 1 }, { const: 3 }] }],
    ['/anyOf/0', undefined, { ...document, anyOf: [{ const: 2 }] }],
    ['/anyOf/0/const', 5, { ...document, anyOf: [{ const: 5 }, { const: 2 }] }],
    // what is not there is not made
    ['/properties/a/items/type', 'null', document],
    ['/anyOf/7', { const: 3 }, document],
    ['/properties/a/type/0', 'null', document],
    ['', { type: 'null' }, { type: 'null' }],
    ['', undefined, true],
    ['/constructor', 1, JSON.parse(JSON.stringify({ ...document, constructor: 1 }))],
  ])('%s: %j', (pointer, value, expected) => {
    const before = structuredClone(document)
    expect(patchDocument(document, { pointer, value })).toEqual(expected)
    expect(document).toEqual(before)
  })

  it('shares what it does not touch', () => {
    expect(patchDocument(document, { pointer: '/minimum', value: 1 })).toHaveProperty('properties', document.properties)
    const patched = Object(patchDocument(document, { pointer: '/properties/a/type', value: 'null' }))
    expect(patched.anyOf).toBe(document.anyOf)
    expect(patched.properties['b/c']).toBe(document.properties['b/c'])
  })

  it('takes __proto__ for a name', () => {
    const patched = patchDocument(JSON.parse('{"properties":{"__proto__":{}}}'), {
      pointer: '/properties/__proto__/type',
      value: 'null',
    })
    expect(JSON.stringify(patched)).toBe('{"properties":{"__proto__":{"type":"null"}}}')
  })
})

describe('withDefinitionsOf', () => {
  it.each<[JsonValue, JsonValue, JsonValue]>([
    [{ type: 'null' }, { definitions: { a: true } }, { type: 'null', definitions: { a: true } }],
    [{ definitions: { a: 1 } }, { definitions: { a: 2, b: 2 } }, { definitions: { a: 1, b: 2 } }],
    [{ $defs: { a: 1 } }, { $defs: { b: 2 } }, { $defs: { a: 1, b: 2 } }],
    [{ type: 'null' }, { properties: {} }, { type: 'null' }],
    [true, { definitions: { a: 1 } }, true],
    [{}, false, {}],
    [{ definitions: 5 }, { definitions: { a: 1 } }, { definitions: { a: 1 } }],
  ])('%j with those of %j', (own, other, expected) => {
    expect(withDefinitionsOf(own, other)).toEqual(expected)
  })
})
