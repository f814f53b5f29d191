import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { arbitrarySchema } from '@/lib/schema/testing/arbitrarySchema'
import { checkSchema } from './checkSchema'

function said(schema: JsonValue): string[] {
  return checkSchema(schema).map(({ code, path, message }) => `${code} ${path}: ${message}`)
}

function nested(depth: number): JsonObject {
  let schema: JsonObject = { type: 'string' }
  for (let i = 1; i < depth; i++) schema = { not: schema }
  return schema
}

describe('checkSchema', () => {
  it.each<[string, JsonObject]>([
    ['an empty schema', {}],
    ['draft-06', { $schema: 'http://json-schema.org/draft-06/schema#' }],
    ['draft-07', { $schema: 'https://json-schema.org/draft-07/schema' }],
    ['the meta-schema of Taskcluster', { $schema: '/schemas/common/metaschema.json#' }],
    ['the meta-schema of a deployment', { $schema: 'https://tc.example.com/schemas/common/metaschema.json#' }],
    ['keywords that nobody knows', { 'x-order': 1, discriminator: { propertyName: 'a' } }],
    ['references inside', { items: { $ref: '#/definitions/a' }, definitions: { a: { items: { $ref: '#' } } } }],
    ['references to places that are not for schemas', { $ref: '#/$defs/a%20b', $defs: { 'a b': true } }],
    [
      'references by the whole id',
      { $id: 'https://example.com/a', items: { $ref: 'https://example.com/a#/x' }, x: {} },
    ],
    ['references by a relative id', { $id: '/schemas/a/v1/b.json#', items: { $ref: 'b.json#/x' }, x: {} }],
    ['references to an inner document', { definitions: { a: { $id: 'a.json', items: { $ref: '#/x' }, x: {} } } }],
    ['references by URN', { $id: 'urn:example:a', items: { $ref: '#/definitions/b' }, definitions: { b: {} } }],
    ['properties called like keywords', { properties: { $ref: { type: 'string' }, $id: {}, pattern: {}, format: {} } }],
    [
      'values that look like schemas',
      { const: { $ref: 'http://x/', pattern: '(' }, enum: [{ type: 'foo' }], default: { format: 5 } },
    ],
    ['64 levels', nested(64)],
    ['patterns with numbers of characters', { pattern: '^\\u00e9$' }],
  ])('has nothing to say of %s', (_, schema) => {
    expect(checkSchema(schema)).toEqual([])
  })

  it.each<[JsonValue, ...string[]]>([
    [true, 'schema-invalid : must be an object'],
    [[], 'schema-invalid : must be an object'],
    [{ $schema: 5 }, 'schema-draft $schema: 5 is not a draft that is understood here'],
    [
      { $schema: 'http://json-schema.org/draft-04/schema#' },
      'schema-draft $schema: "http://json-schema.org/draft-04/schema#" is not a draft that is understood here',
    ],
    [
      { $schema: 'https://json-schema.org/draft/2020-12/schema' },
      'schema-draft $schema: "https://json-schema.org/draft/2020-12/schema" is not a draft that is understood here',
    ],
    [nested(65), 'schema-too-large : the schema nests deeper than 64 levels'],
    [{ description: 'é'.repeat(262145) }, 'schema-too-large : the schema is larger than 512 KB'],
    [
      { properties: { 'a.b': { minLength: -1 } }, maximum: '5' },
      'schema-invalid maximum: must be a number, is the string "5"',
      'schema-invalid properties."a.b".minLength: must be at least 0, is -1',
    ],
    [{ allOf: [{ maxItems: 0.5 }] }, 'schema-invalid allOf[0].maxItems: must be an integer, is the number 0.5'],
    [{ $ref: '#/x/0', x: [{ maxItems: -1 }] }, 'schema-invalid x[0].maxItems: must be at least 0, is -1'],
    [{ anyOf: [{ not: { format: 'x' } }] }, 'unknown-format anyOf[0].not.format: the format "x" is not known'],
    [{ properties: [] }, 'schema-invalid properties: must be an object, is an empty array'],
    [
      { items: [{ anyOf: [] }] },
      'schema-invalid items: fits none of 2 alternatives; the closest, an array: [0].anyOf must have at least 1 item, has 0',
    ],
    [{ required: ['a', 'a'] }, 'schema-invalid required: must have no item twice, but items 0 and 1 are equal'],
    [
      { pattern: 'a(?!b)' },
      'pattern-unsupported pattern: the pattern `a(?!b)` looks ahead or behind, which RE2 cannot do',
    ],
    [
      { patternProperties: { '(': {} } },
      'pattern-unsupported patternProperties."(": the pattern `(` has unbalanced parentheses',
    ],
    [{ items: { format: 'colour' } }, 'unknown-format items.format: the format "colour" is not known'],
    [
      { items: { $ref: 'https://example.com/schema.json#/a' } },
      'remote-ref items.$ref: refers to "https://example.com/schema.json#/a", which is another document and is never fetched',
    ],
    [
      { $ref: 'http://json-schema.org/draft-07/schema#' },
      'remote-ref $ref: refers to "http://json-schema.org/draft-07/schema#", which is another document and is never fetched',
    ],
    [{ $ref: '#/definitions/a' }, 'unresolved-ref $ref: refers to "#/definitions/a", where there is no schema'],
    [{ $ref: '#a' }, 'unresolved-ref $ref: refers to "#a", where there is no schema'],
    [{ $ref: '#/title', title: 'x' }, 'unresolved-ref $ref: refers to "#/title", where there is no schema'],
    [{ $ref: '#/%zz' }, 'unresolved-ref $ref: refers to "#/%zz", where there is no schema'],
    [{ $ref: '#/constructor' }, 'unresolved-ref $ref: refers to "#/constructor", where there is no schema'],
    [{ $ref: 'http://[' }, 'unresolved-ref $ref: refers to "http://[", where there is no schema'],
    [{ $ref: '#' }, 'circular-ref $ref: comes back to itself without looking deeper into the value'],
    [
      { allOf: [{ $ref: '#/definitions/a' }], definitions: { a: { anyOf: [{ $ref: '#' }] } } },
      'circular-ref : comes back to itself without looking deeper into the value',
    ],
    // what is referred to is checked wherever it stands
    [{ $ref: '#/x', x: { pattern: '(' } }, 'pattern-unsupported x.pattern: the pattern `(` has unbalanced parentheses'],
    [
      { $ref: '#/x', x: { $ref: 'http://a/' } },
      'remote-ref x.$ref: refers to "http://a/", which is another document and is never fetched',
    ],
    [{ $ref: '#/x', x: { type: 'strin' } }, expect.stringMatching(/^schema-invalid x\.type: /)],
  ])('%# says what is wrong', (schema, ...expected) => {
    expect(said(schema)).toEqual(expected)
  })

  it('offers a way out', () => {
    const refused: JsonObject[] = [
      { $ref: '#a' },
      { $ref: 'http://a/' },
      { format: 'x' },
      { pattern: '(' },
      { $schema: 'x' },
    ]
    for (const schema of refused) {
      expect(checkSchema(schema)[0]?.help).toMatch(/\.$/)
    }
  })

  it('lets pass what the generator of schemas makes', () => {
    fc.assert(
      fc.property(arbitrarySchema, (schema) => {
        expect(said(schema)).toEqual([])
      }),
    )
  })

  it('never throws', () => {
    const keyword = fc.constantFrom(
      '$ref',
      '$id',
      '$schema',
      'type',
      'properties',
      'items',
      'pattern',
      'allOf',
      'format',
      'not',
      'if',
    )
    const value = fc.oneof(fc.jsonValue(), fc.webUrl(), fc.constantFrom('#', '#/a', '//', 'http://['))
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(keyword, value)), (schema) => {
        for (const problem of checkSchema(JSON.parse(JSON.stringify(schema)))) expect(problem.severity).toBe('error')
      }),
      { numRuns: 200 },
    )
  })
})
