import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { readSchemaSource } from '@/lib/compare/read/schemaSource'
import { arbitraryPair } from '@/lib/compare/testing/arbitraryPair'
import { decideBoth } from '@/lib/compare/testing/decideBoth'
import type { Difference } from './comparedPlace'
import { patchDocument } from './effectsOf'
import { listDifferences } from './listDifferences'

const text = { type: 'string' }
const defined = (schema: JsonValue): JsonValue => ({
  properties: { a: { $ref: '#/definitions/x' } },
  definitions: { x: schema },
})

function differences(old: JsonValue, next: JsonValue): Difference[] {
  return listDifferences(readSchemaSource(old, 'old'), readSchemaSource(next, 'new'))
}

/** kind, place in the payload, what is said, and the places in the old and the new schema */
type Row = [kind: Difference['kind'], path: string, what: string, old: string | undefined, next: string | undefined]

const cases: Record<string, [old: JsonValue, next: JsonValue, ...expected: Row[]][]> = {
  keywords: [
    [{}, { minimum: 1 }, ['added', '', 'minimum', undefined, '/minimum']],
    [{ minimum: 1 }, {}, ['removed', '', 'minimum', '/minimum', undefined]],
    [{ minimum: 1 }, { minimum: 2 }, ['changed', '', 'minimum', '/minimum', '/minimum']],
    [{ enum: [1, 2] }, { enum: [2, 1] }, ['changed', '', 'enum', '/enum', '/enum']],
    [{ const: { a: 1, b: 2 } }, { const: { b: 2, a: 1 } }],
    [
      { minimum: 1, maximum: 2 },
      { maximum: 2, minimum: 1 },
    ],
    [{ title: 'a' }, { title: 'b' }, ['changed', '', 'title', '/title', '/title']],
    [true, false, ['changed', '', 'schema', '', '']],
    [{}, true, ['changed', '', 'schema', '', '']],
  ],
  properties: [
    [
      { properties: { a: text } },
      { properties: { a: { type: 'null' } } },
      ['changed', '/a', 'type', '/properties/a/type', '/properties/a/type'],
    ],
    [{}, { properties: { a: text } }, ['added', '/a', 'property', undefined, '/properties/a']],
    [
      { properties: { a: text, b: text } },
      { properties: { b: text } },
      ['removed', '/a', 'property', '/properties/a', undefined],
    ],
    [
      { properties: { a: true } },
      { properties: { a: text } },
      ['changed', '/a', 'schema', '/properties/a', '/properties/a'],
    ],
    [
      { properties: { 'a/b': {} } },
      { properties: { 'a/b': text } },
      ['added', '/a~1b', 'type', undefined, '/properties/a~1b/type'],
    ],
    [
      { properties: { a: { properties: { b: {} } } } },
      { properties: { a: { properties: { b: text } } } },
      ['added', '/a/b', 'type', undefined, '/properties/a/properties/b/type'],
    ],
    [
      {},
      { patternProperties: { '^a': text } },
      ['added', '/^a', 'names like this', undefined, '/patternProperties/^a'],
    ],
    [
      { additionalProperties: {} },
      { additionalProperties: text },
      ['added', '/*', 'type', undefined, '/additionalProperties/type'],
    ],
    [
      { additionalProperties: {} },
      { additionalProperties: false },
      ['changed', '', 'additionalProperties', '/additionalProperties', '/additionalProperties'],
    ],
    [
      { propertyNames: { maxLength: 1 } },
      { propertyNames: {} },
      ['removed', '', 'maxLength', '/propertyNames/maxLength', undefined],
    ],
  ],
  required: [
    [{}, { required: ['a'] }, ['added', '/a', 'required', undefined, '/required']],
    [{ required: ['a', 'b'] }, { required: ['b'] }, ['removed', '/a', 'required', '/required', '/required']],
    [{ required: ['a', 'b'] }, { required: ['b', 'a'] }],
    [
      { required: ['a'] },
      { required: ['b'] },
      ['added', '/b', 'required', '/required', '/required'],
      ['removed', '/a', 'required', '/required', '/required'],
    ],
  ],
  dependencies: [
    [
      { dependencies: { a: ['b'] } },
      { dependencies: { a: ['c'] } },
      ['changed', '', 'dependencies', '/dependencies/a', '/dependencies/a'],
    ],
    [{ dependencies: { a: ['b'] } }, { dependencies: { a: ['b'] } }],
    [
      { dependencies: { a: {} } },
      { dependencies: { a: text } },
      ['added', '', 'type', undefined, '/dependencies/a/type'],
    ],
    [
      { dependencies: { a: ['b'] } },
      { dependencies: { a: { required: ['b'] } } },
      ['changed', '', 'dependencies', '/dependencies/a', '/dependencies/a'],
    ],
  ],
  items: [
    [{ items: {} }, { items: text }, ['added', '/*', 'type', undefined, '/items/type']],
    [{ items: [{}, {}] }, { items: [{}, text] }, ['added', '/1', 'type', undefined, '/items/1/type']],
    [{ items: [{}] }, { items: [{}, text] }, ['changed', '', 'items', '/items', '/items']],
    [{ items: {} }, { items: [{}] }, ['changed', '', 'items', '/items', '/items']],
    [{ contains: {} }, { contains: text }, ['added', '/*', 'type', undefined, '/contains/type']],
    [
      { items: [true], additionalItems: text },
      { items: [true], additionalItems: {} },
      ['removed', '/*', 'type', '/additionalItems/type', undefined],
    ],
  ],
  alternatives: [
    [{ anyOf: [text, { type: 'null' }] }, { anyOf: [{ type: 'null' }, text] }],
    [{ anyOf: [text] }, { anyOf: [{ type: 'null' }, text] }, ['added', '', 'anyOf', undefined, '/anyOf/0']],
    [
      { oneOf: [text, { type: 'null' }] },
      { oneOf: [{ type: 'null' }] },
      ['removed', '', 'oneOf', '/oneOf/0', undefined],
    ],
    [
      { allOf: [{ minimum: 1 }] },
      { allOf: [{ minimum: 2 }] },
      ['changed', '', 'minimum', '/allOf/0/minimum', '/allOf/0/minimum'],
    ],
    // of other types, they have nothing to do with each other
    [
      { anyOf: [{ ...text, title: 'a' }] },
      { anyOf: [{ type: 'null', title: 'a' }] },
      ['added', '', 'anyOf', undefined, '/anyOf/0'],
      ['removed', '', 'anyOf', '/anyOf/0', undefined],
    ],
    // the most alike go together
    [
      { anyOf: [{ ...text, minLength: 1, maxLength: 5 }, { type: 'number' }] },
      { anyOf: [{ type: 'number' }, { ...text }, { ...text, minLength: 1, maxLength: 6 }] },
      ['changed', '', 'maxLength', '/anyOf/0/maxLength', '/anyOf/2/maxLength'],
      ['added', '', 'anyOf', undefined, '/anyOf/1'],
    ],
  ],
  conditions: [
    [{ not: { const: 1 } }, { not: { const: 2 } }, ['changed', '', 'not', '/not', '/not']],
    [{ not: { const: 1 } }, { not: { const: 1 } }],
    [{ if: text }, { if: {} }, ['changed', '', 'if', '/if', '/if']],
    [{ if: text, else: {} }, { if: text, else: text }, ['added', '', 'type', undefined, '/else/type']],
  ],
  references: [
    [defined({}), defined(text), ['added', '/a', 'type', undefined, '/definitions/x/type']],
    [defined(text), { properties: { a: text } }],
    [
      defined(text),
      { properties: { a: { type: 'null' } } },
      ['changed', '/a', 'type', '/definitions/x/type', '/properties/a/type'],
    ],
    [{ definitions: { x: text } }, { definitions: {} }],
    [{ $ref: 'https://example.com/a' }, { $ref: 'https://example.com/b' }, ['changed', '', '$ref', '/$ref', '/$ref']],
    [
      defined({ items: { $ref: '#/definitions/x' } }),
      defined({ items: { $ref: '#/definitions/x' }, maxItems: 1 }),
      ['added', '/a', 'maxItems', undefined, '/definitions/x/maxItems'],
    ],
  ],
  'keywords called like members of every object': [
    [
      { constructor: { a: 1 } },
      { constructor: { b: 1 } },
      ['changed', '', 'constructor', '/constructor', '/constructor'],
    ],
    [{}, { valueOf: 1 }, ['added', '', 'valueOf', undefined, '/valueOf']],
    [
      { properties: {} },
      { properties: { toString: text } },
      ['added', '/toString', 'property', undefined, '/properties/toString'],
    ],
  ],
}

describe.each(Object.entries(cases))('%s', (_, rows) => {
  it.each(rows)('%j, %j', (old, next, ...expected) => {
    const found = differences(old, next).map(({ kind, path, what, places }) => [
      kind,
      path,
      what,
      places.old,
      places.new,
    ])
    expect(found).toEqual(expected)
  })
})

describe('the patches of a difference', () => {
  const expectPatched = (old: JsonObject, next: JsonObject) => {
    const found = differences(old, next).filter(({ isText }) => !isText)
    const [only, ...others] = found
    if (only === undefined || others.length > 0) return
    expect(decideBoth(patchDocument(old, only.forth), next)).not.toContain('refuted')
    expect(decideBoth(old, patchDocument(next, only.back))).not.toContain('refuted')
  }

  it('make the one schema say what the other says, where there is no other difference', () => {
    for (const rows of Object.values(cases))
      for (const [old, next] of rows)
        if (typeof old === 'object' && typeof next === 'object') expectPatched(Object(old), Object(next))
    fc.assert(
      fc.property(arbitraryPair, ([old, next]) => expectPatched(old, next)),
      { numRuns: 300 },
    )
  })
})

it('is empty exactly where nothing is written differently, whatever the order of keys', () => {
  fc.assert(
    fc.property(arbitraryPair, ([old, next]) => {
      const reordered = Object.fromEntries(Object.entries(old).reverse())
      expect(differences(old, reordered)).toEqual([])
      for (const { before, after } of differences(old, next)) expect(before).not.toEqual(after)
    }),
    { numRuns: 300 },
  )
})
