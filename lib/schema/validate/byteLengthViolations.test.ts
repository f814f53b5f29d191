import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { arbitrarySchema, arbitraryValue } from '@/lib/schema/testing/arbitrarySchema'
import { byteLengthViolations } from './byteLengthViolations'
import { compilePayloadValidator } from './compilePayloadValidator'

const short: JsonObject = { type: 'string', maxLength: 3 }

function places(schema: JsonObject, payload: JsonValue, except: string[] = []): string[] {
  return byteLengthViolations(schema, payload, new Set(except)).map(({ path, schemaPath }) => `${path} ${schemaPath}`)
}

describe('byteLengthViolations', () => {
  it('says how long a text is in bytes and in characters', () => {
    const schema: JsonObject = { properties: { argument: { type: 'string', maxLength: 255 } } }
    expect(byteLengthViolations(schema, { argument: 'é'.repeat(127) })).toEqual([])
    expect(byteLengthViolations(schema, { argument: 'é'.repeat(128) })).toEqual([
      {
        path: '/argument',
        message: 'must have at most 255 bytes in UTF-8, has 256 in 128 characters',
        keyword: 'maxLength',
        schemaPath: '#/properties/argument/maxLength',
      },
    ])
  })

  it.each<[string, JsonObject, JsonValue, ...string[]]>([
    ['nothing that fits in bytes', short, 'abc'],
    ['nothing that is too long in characters already', short, 'éééé'],
    ['the whole', short, 'éé', ' #/maxLength'],
    ['characters beyond the first plane', short, '😀', ' #/maxLength'],
    ['halves of such characters, which become U+FFFD', { maxLength: 2 }, '\ud800', ' #/maxLength'],
    ['no least length: bytes are never fewer', { minLength: 3 }, 'éé'],
    ['items', { items: short }, ['éé', 'é'], '/0 #/items/maxLength'],
    [
      'items by position',
      { items: [true, short], additionalItems: short },
      ['éé', 'éé', 'éé'],
      '/1 #/items/1/maxLength',
      '/2 #/additionalItems/maxLength',
    ],
    ['properties', { properties: { 'a/b': short } }, { 'a/b': 'éé' }, '/a~1b #/properties/a~1b/maxLength'],
    [
      'further properties',
      { additionalProperties: short, properties: { b: {} } },
      { a: 'éé', b: 'éé' },
      '/a #/additionalProperties/maxLength',
    ],
    [
      'properties by pattern',
      { patternProperties: { '^a': short }, additionalProperties: short },
      { a: 'éé' },
      '/a #/patternProperties/^a/maxLength',
    ],
    ['property names', { propertyNames: short }, { éé: 1, é: 2 }, '/éé #/propertyNames/maxLength'],
    [
      'references',
      { items: { $ref: '#/definitions/s' }, definitions: { s: short } },
      ['éé'],
      '/0 #/definitions/s/maxLength',
    ],
    ['parts', { allOf: [short, { type: 'null' }] }, 'éé', ' #/allOf/0/maxLength'],
    ['alternatives that the value fits', { anyOf: [short, { type: 'string' }] }, 'éé', ' #/anyOf/0/maxLength'],
    ['no alternatives that it does not fit', { oneOf: [{ ...short, pattern: '^a' }, { maxLength: 9 }] }, 'éé'],
    [
      'conditions',
      Object.fromEntries([
        ['if', { type: 'string' }],
        ['then', short],
      ]),
      'éé',
      ' #/then/maxLength',
    ],
    ['the other side of conditions', { if: { type: 'null' }, else: short }, 'éé', ' #/else/maxLength'],
    [
      'dependencies',
      { dependencies: { a: { properties: { b: short } } } },
      { a: 1, b: 'éé' },
      '/b #/dependencies/a/properties/b/maxLength',
    ],
    ['no dependencies of what is absent', { dependencies: { a: { properties: { b: short } } } }, { b: 'éé' }],
    [
      'recursive schemas',
      { maxLength: 3, additionalProperties: { $ref: '#' } },
      { a: { b: 'éé' } },
      '/a/b #/maxLength',
    ],
  ])('finds %s', (_, schema, payload, ...expected) => {
    expect(places(schema, payload)).toEqual(expected)
  })

  it('leaves out top-level properties that are counted in characters', () => {
    const schema: JsonObject = { additionalProperties: { anyOf: [short, { items: short }] } }
    expect(places(schema, { label: 'éé', other: 'éé' }, ['label'])).toEqual([
      '/other #/additionalProperties/anyOf/0/maxLength',
    ])
    expect(places(schema, { other: 'éé' }, ['label', 'constructor'])).toHaveLength(1)
    expect(places(short, 'éé', ['label'])).toHaveLength(1)
  })

  it('says nothing of ASCII, and nothing that the schema says already', () => {
    fc.assert(
      fc.property(arbitrarySchema, arbitraryValue, (schema, payload) => {
        const found = byteLengthViolations(schema, payload)
        if (/^[\0-~]*$/.test(JSON.stringify(payload))) expect(found).toEqual([])
        const said = new Set(
          compilePayloadValidator(schema)(payload).map(({ path, schemaPath }) => `${path} ${schemaPath}`),
        )
        for (const { path, schemaPath } of found) expect(said.has(`${path} ${schemaPath}`)).toBe(false)
      }),
    )
  })
})
