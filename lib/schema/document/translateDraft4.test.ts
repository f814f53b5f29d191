import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { checkDraft4Schema } from '@/lib/schema/check/checkDraft4Schema'
import { checkSchema } from '@/lib/schema/check/checkSchema'
import { arbitraryValue } from '@/lib/schema/testing/arbitrarySchema'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { translateDraft4 } from './translateDraft4'

const at = '/properties/name'

/** The translated schema in its place, as a payload schema. */
function inPlace(schema: JsonObject): JsonObject {
  return { properties: { name: translateDraft4(schema, { at }) } }
}

describe('translateDraft4', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['a schema that both drafts share', { type: 'string', maxLength: 5 }, { type: 'string', maxLength: 5 }],
    ['an exclusive minimum', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    ['an inclusive minimum', { minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
    ['an exclusive maximum', { maximum: 1, exclusiveMaximum: true, minimum: 0 }, { minimum: 0, exclusiveMaximum: 1 }],
    ['an inclusive maximum', { maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
    [
      'keywords of later drafts, which mean nothing',
      {
        $id: 'a',
        id: 'b',
        $schema: 'c',
        $comment: 'd',
        const: 1,
        contains: {},
        propertyNames: {},
        if: {},
        else: false,
        examples: [1],
        readOnly: true,
        title: 'kept',
      },
      { title: 'kept' },
    ],
    [
      'subschemas',
      {
        properties: { a: { items: [{ const: 1, minimum: 0, exclusiveMinimum: true }] } },
        not: { anyOf: [{ id: 'x' }] },
      },
      { properties: { a: { items: [{ exclusiveMinimum: 0 }] } }, not: { anyOf: [{}] } },
    ],
    [
      'properties called like keywords',
      { properties: { id: { type: 'null' }, const: {} } },
      { properties: { id: { type: 'null' }, const: {} } },
    ],
    [
      'empty lists, which check nothing',
      { required: [], enum: [], anyOf: [], items: [], additionalItems: false, type: [] },
      {},
    ],
    ['a default, whatever it holds', { default: [] }, { default: [] }],
    ['a format that both know', { format: 'uri' }, { format: 'uri' }],
    ['a regular expression, which is a UUID', { format: 'regex' }, { format: 'uuid' }],
    [
      'an integer, which has 64 bits',
      { type: 'integer' },
      { type: 'integer', minimum: -(2 ** 63), exclusiveMaximum: 2 ** 63 },
    ],
    [
      'an integer that is bounded',
      { type: 'integer', minimum: 0, maximum: 9 },
      { type: 'integer', minimum: 0, maximum: 9 },
    ],
    ['a number', { type: ['integer', 'number'] }, { type: ['integer', 'number'] }],
    ['a divisor', { multipleOf: 0.1 }, { multipleOf: 0.1, floatQuotient: true }],
    [
      'a reference',
      { items: { $ref: '#/definitions/a' }, definitions: { a: { type: 'null' } } },
      { items: { $ref: '#/properties/name/definitions/a' }, definitions: { a: { type: 'null' } } },
    ],
    ['a reference to the whole', { items: { $ref: '#' } }, { items: { $ref: '#/properties/name' } }],
    ['a reference with company', { items: { $ref: '#', type: 'null' } }, { items: { $ref: '#/properties/name' } }],
    [
      'a reference that is all there is',
      { $ref: '#/definitions/a', definitions: { a: { type: 'null', const: 1 } } },
      { $ref: '#/properties/name/definitions/a', definitions: { a: { type: 'null' } } },
    ],
    [
      'a reference to a place that would get lost',
      {
        items: { $ref: '#/$defs/a' },
        $defs: { a: { items: { $ref: '#/$defs/b' } }, b: { id: 'x' } },
        definitions: { a: {} },
      },
      {
        items: { $ref: '#/properties/name/definitions/_a' },
        definitions: { a: {}, _a: { items: { $ref: '#/properties/name/definitions/b' } }, b: {} },
      },
    ],
  ])('translates %s', (_, schema, expected) => {
    expect(checkDraft4Schema(schema)).toEqual([])
    expect(translateDraft4(schema, { at })).toEqual(expected)
    expect(checkSchema(inPlace(schema))).toEqual([])
  })

  it('writes references as URI fragments', () => {
    const translated = translateDraft4({ items: { $ref: '#' } }, { at: '/properties/a~1b c%d' })
    expect(translated).toEqual({ items: { $ref: '#/properties/a~1b%20c%25d' } })
    const schema = { properties: { 'a/b c%d': translated } }
    expect(compilePayloadValidator(schema).accepts({ 'a/b c%d': [[]] })).toBe(true)
  })

  it.each<[string, boolean]>([
    ['2026-01-01T00:00:00Z', true],
    ['2026-01-01', true],
    ['12:00:00', true],
    ['1:00:00', true],
    ['23:59:59,5', true],
    ['12:00:00Z', true],
    ['12:00:00+01:00', true],
    ['12:00:.5', true],
    ['24:00:00', false],
    ['12:60:00', false],
    ['2026-02-30', false],
    ['2026-01-01T00:00:00', false],
    ['', false],
    ['tomorrow', false],
  ])('takes the date-time %j as the script engine does: %s', (text, taken) => {
    const schemas: JsonObject[] = [{ format: 'date-time' }, { format: 'date-time', anyOf: [{}] }]
    for (const schema of schemas) {
      const { accepts } = compilePayloadValidator(inPlace(schema))
      expect(accepts({ name: text })).toBe(taken)
      expect(accepts({ name: 5 })).toBe(true)
    }
  })

  it('keeps the meaning: what a validator of draft-04 says of the original holds for the translation', () => {
    const Ajv4 = createRequire(import.meta.url)('ajv-draft-04')
    fc.assert(
      fc.property(draft4Schema, fc.array(arbitraryValue, { minLength: 3 }), (schema, values) => {
        expect(checkDraft4Schema(schema)).toEqual([])
        const original = new Ajv4({ strict: false, logger: false, ownProperties: true }).compile(schema)
        const translated = compilePayloadValidator(inPlace(schema))
        for (const name of values) expect(translated.accepts({ name })).toBe(original(name))
      }),
      { numRuns: 100 },
    )
  })
})

const keys = fc.constantFrom('a', 'b', 'ab')
const limit = fc.integer({ min: 0, max: 3 })

/** Draft-04 schemas without formats, patterns and constants, about which the two validators differ on purpose. */
const draft4Schema: fc.Arbitrary<JsonObject> = fc
  .letrec<{ schema: unknown; list: unknown }>((tie) => ({
    list: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, maxDepth: 4 },
      fc.constantFrom<JsonValue>({}, { $ref: '#/definitions/text' }),
      fc.record({ type: fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object') }),
      fc.record({ enum: fc.uniqueArray(fc.constantFrom('a', 1, null, true), { minLength: 1 }) }),
      fc.record({ minimum: limit, exclusiveMinimum: fc.boolean() }),
      fc.record({ maximum: limit, exclusiveMaximum: fc.boolean() }),
      fc.record({ minLength: fc.constant(1), maxLength: limit.filter((n) => n > 0) }, { requiredKeys: ['maxLength'] }),
      fc.record({ items: fc.oneof(tie('schema'), tie('list')), additionalItems: fc.boolean() }),
      fc.record(
        {
          properties: fc.dictionary(keys, tie('schema'), { maxKeys: 3 }),
          additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
          required: fc.uniqueArray(keys, { minLength: 1 }),
        },
        { requiredKeys: [] },
      ),
      fc.record({ allOf: tie('list'), anyOf: tie('list'), oneOf: tie('list') }, { requiredKeys: [] }),
      fc.record({ not: tie('schema') }),
    ),
  }))
  .schema.map((schema) => JSON.parse(JSON.stringify({ allOf: [schema], definitions: { text: { type: 'string' } } })))
