import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { arbitrarySchema } from '@/lib/schema/testing/arbitrarySchema'
import { condition } from '@/lib/schema/testing/condition'
import type { SampleSize } from './sampler'
import { samplesOf } from './testing/samplesOf'

const text = { type: 'string' }

describe('the first sample', () => {
  it.each<[string, JsonObject, JsonValue | undefined]>([
    ['is the constant', { const: { a: 1 } }, { a: 1 }],
    ['is an example of the schema', { ...text, examples: [5, 'theirs'], default: 'other' }, 'theirs'],
    ['is the first of an enum that fits', { enum: [1, 'b', 'c'], ...text }, 'b'],
    ['is the default, where that is a scalar', { ...text, default: 'usual' }, 'usual'],
    ['is not a default that does not fit', { ...text, default: 5 }, 'example'],
    ['is of the first type', { type: ['null', 'string'] }, null],
    [
      'is of the type that all parts allow',
      { allOf: [{ type: ['string', 'null'] }, { type: ['null', 'integer'] }] },
      null,
    ],
    [
      'is an integer, where one part says number',
      { allOf: [{ type: 'number' }, { type: 'integer' }], minimum: 2.5 },
      3,
    ],
    ['is false before true', { type: 'boolean' }, false],
    ['is true where false is not allowed', { type: 'boolean', not: { const: false } }, true],
    ['is an object, where keywords speak of objects', { properties: { a: { const: 1 } }, required: ['a'] }, { a: 1 }],
    ['is a list, where keywords speak of lists', { items: { const: 1 } }, [1]],
    ['is a number, where keywords speak of numbers', { minimum: 7 }, 7],
    ['is a text, where nothing speaks of anything', {}, 'example'],
    ['is of the first alternative that is possible', { anyOf: [{ ...text, enum: [1] }, { const: 2 }] }, 2],
    [
      'fits exactly one alternative',
      {
        oneOf: [
          { type: 'integer', minimum: 1 },
          { type: 'integer', maximum: 1 },
        ],
        minimum: 1,
      },
      2,
    ],
    ['is what a condition leaves', condition({ const: 'example' }, false, text), '/example/'],
    ['is none where nothing fits', { allOf: [text, { type: 'null' }] }, undefined],
    ['is none of false', { not: {} }, undefined],
  ])('%s', (_, schema, expected) => {
    expect(samplesOf(schema, { most: 1 })[0]).toEqual(expected)
  })
})

describe('samples', () => {
  it('fit, whatever the schema and the size', () => {
    fc.assert(
      fc.property(arbitrarySchema, fc.constantFrom<SampleSize>('minimal', 'typical', 'full'), (schema, size) => {
        samplesOf(schema, { size, most: 15 })
      }),
      { numRuns: 150 },
    )
  })

  it('are as many as can be told apart in a few', () => {
    expect(new Set(samplesOf({ type: 'boolean' })).size).toBe(2)
    expect(new Set(samplesOf({ enum: [1, 2, 3] }))).toEqual(new Set([1, 2, 3]))
  })

  it('end where a schema has no end', () => {
    const tree: JsonObject = { type: 'array', items: { $ref: '#' }, minItems: 2 }
    expect(samplesOf(tree)).toEqual([])
    const wide: JsonObject = {
      type: 'object',
      required: ['a', 'b'],
      additionalProperties: { anyOf: [{ $ref: '#' }, { type: 'null' }] },
    }
    expect(samplesOf({ properties: { x: wide } }, { most: 1 })).toHaveLength(1)
  })
})
