import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import type { SchemaOrBoolean } from '@/lib/schema/document/mapSubschemas'
import { narrowSchema } from './narrowSchema'

const closed: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    mode: { type: 'string', enum: ['a', 'b'] },
    on: { type: 'boolean' },
    n: { type: 'integer', maximum: 9 },
  },
  required: ['mode'],
}

const cases: [name: string, schema: SchemaOrBoolean, overlay: SchemaOrBoolean, expected: SchemaOrBoolean][] = [
  ['nothing to do', closed, true, closed],
  ['everything refused', closed, false, false],
  ['bounds tighten', { maximum: 9 }, { maximum: 5 }, { maximum: 5 }],
  ['bounds do not widen', { maximum: 5 }, { maximum: 9 }, { maximum: 5 }],
  ['lower bounds', { minLength: 1 }, { minLength: 3 }, { minLength: 3 }],
  ['enums intersect', { enum: ['a', 'b'] }, { enum: ['b', 'c'] }, { enum: ['b'] }],
  ['enums without a common value', { enum: ['a'] }, { enum: ['b'] }, false],
  ['an enum value is taken away', { enum: ['a', 'b'] }, { not: { const: 'a' } }, { enum: ['b'] }],
  ['a boolean becomes a constant', { type: 'boolean' }, { not: { const: true } }, { type: 'boolean', const: false }],
  ['a constant is taken away', { const: 1 }, { not: { const: 1 } }, false],
  ['a constant out of an enum', { type: 'string', enum: ['a'] }, { const: 'a' }, { type: 'string', const: 'a' }],
  ['types intersect', { type: ['integer', 'string'] }, { type: 'number' }, { type: 'integer' }],
  ['types without a common one', { type: 'string' }, { type: 'number' }, false],
  [
    'a second pattern goes beside the first',
    { pattern: 'a' },
    { pattern: 'b' },
    { pattern: 'a', allOf: [{ pattern: 'b' }] },
  ],
  ['the same pattern once', { pattern: 'a' }, { pattern: 'a' }, { pattern: 'a' }],
  ['words of the schema stay', { title: 'x' }, { title: 'y', description: 'z' }, { title: 'x', description: 'z' }],
  [
    'the same conjunction twice',
    { pattern: 'a', allOf: [{ pattern: 'b' }] },
    { allOf: [{ pattern: 'b' }] },
    { pattern: 'a', allOf: [{ pattern: 'b' }] },
  ],
  ['siblings of a reference', { $ref: '#/a' }, { maximum: 1 }, { allOf: [{ $ref: '#/a' }, { maximum: 1 }] }],
  [
    'maps meet in depth',
    { additionalProperties: { type: 'string' } },
    { additionalProperties: { maxLength: 2 } },
    { additionalProperties: { type: 'string', maxLength: 2 } },
  ],
  [
    'a name that a pattern lets in is narrowed',
    { patternProperties: { '^X-': { type: 'string' } }, additionalProperties: false },
    { properties: { 'X-A': { maxLength: 4 }, 'X-B': false, C: false } },
    {
      patternProperties: { '^X-': { type: 'string' } },
      additionalProperties: false,
      properties: { 'X-A': { type: 'string', maxLength: 4 }, 'X-B': false },
    },
  ],
  [
    'and so is one that several let in',
    { patternProperties: { a: { type: 'string' }, b: { minLength: 1 } }, additionalProperties: { type: 'number' } },
    { properties: { ab: { maxLength: 4 } } },
    {
      patternProperties: { a: { type: 'string' }, b: { minLength: 1 } },
      additionalProperties: { type: 'number' },
      properties: { ab: { type: 'string', minLength: 1, maxLength: 4 } },
    },
  ],
  [
    'but not where it says nothing new',
    { patternProperties: { '^X-': { maxLength: 4 } }, additionalProperties: false },
    { properties: { 'X-A': { maxLength: 5 } } },
    { patternProperties: { '^X-': { maxLength: 4 } }, additionalProperties: false },
  ],
  [
    'nothing is left where a refused name of a pattern is required',
    { type: 'object', patternProperties: { '^X-': {} }, required: ['X-A'] },
    { properties: { 'X-A': false } },
    false,
  ],
  [
    'items meet in depth',
    { items: { type: 'string' } },
    { items: { maxLength: 2 } },
    { items: { type: 'string', maxLength: 2 } },
  ],
]

describe('narrowSchema', () => {
  it.each(cases)('%s', (_, schema, overlay, expected) => {
    expect(narrowSchema(schema, overlay)).toEqual(expected)
  })

  it('drops a property of a closed object unless a pattern would let it in again', () => {
    const closed = (pattern: string): JsonObject => ({
      type: 'object',
      properties: { a: {} },
      patternProperties: { [pattern]: { type: 'array', maxItems: 0 } },
      additionalProperties: false,
    })
    expect(narrowSchema(closed('^caches$'), { properties: { a: false } })).not.toHaveProperty('properties')
    expect(narrowSchema(closed('a'), { properties: { a: false } })).toHaveProperty('properties.a', false)
  })

  it('drops a property of a closed object, and everything where it is required', () => {
    expect(narrowSchema(closed, { properties: { on: false } })).toEqual({
      ...closed,
      properties: { mode: { type: 'string', enum: ['a', 'b'] }, n: { type: 'integer', maximum: 9 } },
    })
    expect(narrowSchema(closed, { properties: { mode: { enum: ['c'] } } })).toBe(false)
    expect(narrowSchema({ additionalProperties: false, properties: { a: {} } }, { properties: { a: false } })).toEqual({
      additionalProperties: false,
    })
  })

  it('never opens a closed object', () => {
    expect(narrowSchema(closed, { properties: { other: { type: 'string' } } })).toEqual(closed)
    expect(narrowSchema(closed, { required: ['other'] })).toBe(false)
  })

  it('keeps what additionalProperties says of a property that is named now', () => {
    const open = { type: 'object', additionalProperties: { type: 'string' } }
    expect(narrowSchema(open, { properties: { a: { maxLength: 1 } } })).toEqual({
      ...open,
      properties: { a: { type: 'string', maxLength: 1 } },
    })
  })

  it('takes away one kind of item in plain words', () => {
    const items = { type: 'object', properties: { type: { enum: ['file', 'directory'] } }, required: ['type'] }
    const overlay = { items: { not: { properties: { type: { const: 'file' } }, required: ['type'] } } }
    expect(narrowSchema({ type: 'array', items }, overlay)).toEqual({
      type: 'array',
      items: { ...items, properties: { type: { enum: ['directory'] } } },
    })
  })
})
