import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { checkDraft4Schema } from './checkDraft4Schema'

function said(schema: JsonValue): string[] {
  return checkDraft4Schema(schema).map(({ code, path, message }) => `${code} ${path}: ${message}`)
}

describe('checkDraft4Schema', () => {
  it.each<JsonObject>([
    {},
    { type: 'string', maxLength: 5, format: 'uri' },
    { minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false },
    { id: 'not a uri', $schema: 'http://json-schema.org/draft-06/schema#' },
    { type: [], enum: [], required: [], anyOf: [], items: [] },
    { properties: { a: { $ref: '#/properties/b' }, b: { type: 'null' } } },
    { $ref: '#/definitions/a', definitions: { a: { not: { type: 'string' } } } },
    { $ref: '#/x/y', x: { y: { items: { $ref: '#' } } } },
    { pattern: '^(?P<n>[[:alpha:]]|\\x{e9})$' },
    // keywords of later drafts mean nothing, whatever they hold
    {
      const: 1,
      contains: false,
      propertyNames: 5,
      if: 'x',
      examples: {},
      $id: 'x',
      not: { contains: { format: 'nope' } },
    },
    // nor does what stands beside a reference
    { items: { $ref: '#', format: 'nope' } },
    { default: { format: 'nope' }, enum: [{ $ref: 'http://a/' }] },
    ...['uri', 'date-time', 'email', 'hostname', 'ipv4', 'ipv6', 'regex', 'uuid'].map((format) => ({ format })),
  ])('has nothing to say of %j', (schema) => {
    expect(said(schema)).toEqual([])
  })

  it.each<[JsonValue, ...string[]]>([
    [true, 'schema-invalid : must be an object, not true, false or another value'],
    ['string', 'schema-invalid : must be an object, not true, false or another value'],
    [{ properties: { a: true } }, 'schema-invalid properties.a: must be an object, is true'],
    [{ not: false }, 'schema-invalid not: must be an object, is false'],
    [{ allOf: [{ minLength: 'x' }] }, 'schema-invalid allOf[0].minLength: must be an integer, is the string "x"'],
    [{ exclusiveMinimum: 5, minimum: 1 }, 'schema-invalid exclusiveMinimum: must be true or false, is the number 5'],
    [{ exclusiveMinimum: true }, 'schema-invalid : must have property `minimum`, because it has `exclusiveMinimum`'],
    [{ multipleOf: 0 }, 'schema-invalid multipleOf: must be more than 0, is 0'],
    [{ required: true }, 'schema-invalid required: must be an array, is true'],
    [{ required: ['a', 'a'] }, 'schema-invalid required: must have no item twice, but items 0 and 1 are equal'],
    [{ minimum: 3, maximum: 2 }, 'schema-invalid minimum: minimum (3) is more than maximum (2)'],
    [
      { items: { minLength: 3, maxLength: 2 } },
      'schema-invalid items.minLength: minLength (3) is more than maxLength (2)',
    ],
    [{ format: 'date' }, 'unknown-format format: the script engine does not know the format "date"'],
    [
      { items: { format: 'json-pointer' } },
      'unknown-format items.format: the script engine does not know the format "json-pointer"',
    ],
    [{ format: 5 }, 'unknown-format format: the script engine does not know the format 5'],
    [
      { pattern: 'a(?=b)' },
      'pattern-unsupported pattern: the pattern `a(?=b)` looks ahead or behind, which RE2 cannot do',
    ],
    [
      { pattern: '\\u00e9' },
      "pattern-unsupported pattern: the pattern uses \\u, which the worker's regular expressions do not have",
    ],
    [{ patternProperties: { '*': {} } }, 'pattern-unsupported patternProperties."*": the pattern `*` repeats nothing'],
    [
      { items: { $ref: 'http://example.com/a' } },
      'remote-ref items.$ref: refers to "http://example.com/a", which is another document and is never fetched',
    ],
    [{ $ref: '#/definitions/a' }, 'unresolved-ref $ref: refers to "#/definitions/a", where there is no schema'],
    [
      { $ref: '#/x', x: { type: 5 } },
      'schema-invalid x.type: fits none of 2 alternatives; the closest, number 1: must be one of "array", "boolean", "integer", "null", "number", "object", "string", is 5',
    ],
  ])('says of %j what stops the engine', (schema, ...expected) => {
    expect(said(schema)).toEqual(expected)
  })

  it('refuses what nests beyond measure', () => {
    let schema: JsonObject = {}
    for (let i = 0; i < 5000; i++) schema = { not: schema }
    expect(said(schema)).toEqual(['schema-invalid : nests deeper than 64 levels'])
  })

  it('never throws', () => {
    const keyword = fc.constantFrom(
      '$ref',
      'id',
      'type',
      'properties',
      'items',
      'pattern',
      'allOf',
      'format',
      'not',
      'enum',
    )
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(keyword, fc.jsonValue())), (schema) => {
        for (const problem of checkDraft4Schema(JSON.parse(JSON.stringify(schema))))
          expect(problem.severity).toBe('error')
      }),
      { numRuns: 200 },
    )
  })
})
