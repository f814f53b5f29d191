import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { solveSchema } from '@/lib/compare/testing/solveSchema'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'

const object = { type: 'object' }
const one = { const: 1 }
const two = { const: 2 }

describe('an object that fits', () => {
  it.each<[JsonObject, JsonValue]>([
    // as small as it can be
    [object, {}],
    [{ ...object, required: ['a'], properties: { a: one } }, { a: 1 }],
    [{ ...object, required: ['a'], additionalProperties: one }, { a: 1 }],
    [{ ...object, required: ['ab'], patternProperties: { '^a': one, b$: { minimum: 1 } } }, { ab: 1 }],
    [{ ...object, minProperties: 1, properties: { a: one }, additionalProperties: false }, { a: 1 }],
    [{ ...object, minProperties: 1, properties: { a: false, b: two }, additionalProperties: false }, { b: 2 }],
    [
      { ...object, dependencies: { a: ['b'] }, required: ['a'], additionalProperties: one },
      { a: 1, b: 1 },
    ],
    [{ ...object, not: { properties: { a: one } }, properties: { a: { enum: [1, 2] } } }, { a: 2 }],
    [{ ...object, not: { const: {} }, propertyNames: { const: 'a' }, additionalProperties: one }, { a: 1 }],
    [
      { ...object, required: ['a'], maxProperties: 1, properties: { a: { enum: [1, 2] } }, not: { const: { a: 1 } } },
      { a: 2 },
    ],
    [{ ...object, not: { patternProperties: { '^a$': one } }, additionalProperties: { enum: [1, 2] } }, { a: 2 }],
    [
      { ...object, not: { additionalProperties: false }, propertyNames: { const: 'x' }, additionalProperties: one },
      { x: 1 },
    ],
    [
      {
        ...object,
        not: { propertyNames: { maxLength: 1 } },
        propertyNames: { enum: ['a', 'bb'] },
        additionalProperties: one,
      },
      { bb: 1 },
    ],
  ])('%j: %j', (schema, expected) => {
    expect(compilePayloadValidator(schema)(expected)).toEqual([])
    expect(solveSchema(schema)).toEqual({ kind: 'value', value: expected })
  })

  it.each<JsonObject>([
    { ...object, minProperties: 12 },
    { ...object, minProperties: 3, propertyNames: { enum: ['a', 'b', 'c'] } },
    { ...object, minProperties: 3, propertyNames: { pattern: '^[a-c]$' } },
    { ...object, minProperties: 2, patternProperties: { '^x': { type: 'null' } }, additionalProperties: false },
    { ...object, not: { propertyNames: { maxLength: 3 } } },
    { ...object, not: { properties: { a: true, b: true }, additionalProperties: false } },
    { ...object, not: { properties: { a: true }, patternProperties: { '^b': true }, additionalProperties: false } },
    { ...object, not: { anyOf: [{ patternProperties: { '^a': one } }, { patternProperties: { '^b': one } }] } },
    { ...object, required: ['constructor', 'toString'], properties: { constructor: one } },
    { ...object, anyOf: [{ required: ['a'] }, { required: ['b'] }], not: { required: ['a'] } },
  ])('%j is found', (schema) => {
    const found = solveSchema(schema)
    expect(found.kind).toBe('value')
    if (found.kind === 'value') expect(compilePayloadValidator(schema)(found.value)).toEqual([])
  })

  it('may have a property called __proto__', () => {
    const found = solveSchema({ ...object, required: ['__proto__'], additionalProperties: one })
    expect(JSON.stringify(found)).toBe('{"kind":"value","value":{"__proto__":1}}')
  })
})

describe('where no object fits, that is known', () => {
  it.each<JsonObject>([
    { ...object, minProperties: 2, maxProperties: 1 },
    { ...object, required: ['a', 'b'], maxProperties: 1 },
    { ...object, required: ['a'], not: { required: ['a'] } },
    { ...object, required: ['a'], properties: { a: false } },
    { ...object, required: ['a'], properties: { a: one }, patternProperties: { '^a': two } },
    { ...object, required: ['a'], additionalProperties: false },
    { ...object, required: ['a'], propertyNames: { minLength: 2 } },
    { ...object, minProperties: 2, properties: { a: true }, additionalProperties: false },
    { ...object, minProperties: 3, propertyNames: { enum: ['a', 'b'] } },
    { ...object, minProperties: 1, propertyNames: false },
    { ...object, minProperties: 1, patternProperties: { '': false } },
    { ...object, minProperties: 2, patternProperties: { '^a$': true }, additionalProperties: false },
    { ...object, maxProperties: 0, not: { const: {} } },
    { ...object, required: ['a'], maxProperties: 1, additionalProperties: one, not: { const: { a: 1 } } },
    { ...object, required: ['a'], dependencies: { a: ['b'], b: false } },
    { ...object, not: { patternProperties: { '^a': one } }, patternProperties: { '^a': one } },
    { ...object, not: { additionalProperties: one }, additionalProperties: one },
    { ...object, not: { propertyNames: { pattern: '^a' } }, propertyNames: { pattern: '^ab' } },
  ])('%j', (schema) => {
    expect(solveSchema(schema)).toEqual({ kind: 'empty' })
  })
})

describe('nothing is known', () => {
  const hard = { type: 'string', pattern: '(?i)^a$', not: { pattern: '^[aA]$' } }

  it.each<JsonObject>([
    { ...object, required: ['a'], properties: { a: hard } },
    { ...object, minProperties: 1, additionalProperties: hard },
    { ...object, minProperties: 1, propertyNames: hard },
  ])('of %j', (schema) => {
    expect(solveSchema(schema).kind).toBe('unknown')
  })

  it('where one property would have to be two at once', () => {
    const both: JsonObject = { anyOf: [{ patternProperties: { '^a': one } }, { patternProperties: { b$: one } }] }
    expect(solveSchema({ ...object, not: both, maxProperties: 1 })).toMatchObject({
      kind: 'unknown',
      reason: 'properties that may stand in for each other were not told apart',
    })
  })

  it('is no reason to miss an object that can do without', () => {
    expect(solveSchema({ ...object, properties: { a: hard } })).toEqual({ kind: 'value', value: {} })
    expect(
      solveSchema({ ...object, anyOf: [{ required: ['a'] }, { required: ['b'] }], properties: { a: hard, b: one } }),
    ).toEqual({ kind: 'value', value: { b: 1 } })
  })

  it('where many patterns of names stand beside each other', () => {
    const patterns = Object.fromEntries([...'abcdefghi'].map((letter) => [letter, one]))
    expect(solveSchema({ ...object, patternProperties: patterns, minProperties: 1 })).toMatchObject({
      kind: 'unknown',
      reason: 'too many patterns of names stand beside each other',
    })
  })
})
