import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { solveSchema } from '@/lib/compare/testing/solveSchema'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'

const array = { type: 'array' }
const one = { const: 1 }
const two = { const: 2 }

describe('a list that fits', () => {
  it.each<[JsonObject, JsonValue]>([
    // as short as it can be
    [array, []],
    [{ ...array, minItems: 2, items: one }, [1, 1]],
    [{ ...array, items: [one, two], minItems: 2 }, [1, 2]],
    [{ ...array, items: [one], additionalItems: two, minItems: 3 }, [1, 2, 2]],
    [{ ...array, contains: one }, [1]],
    [{ ...array, items: [two], contains: one }, [2, 1]],
    [{ ...array, items: { enum: [1, 2] }, allOf: [{ contains: one }, { contains: two }] }, [1, 2]],
    [{ ...array, items: { enum: [2, 1] }, uniqueItems: true, minItems: 2 }, [1, 2]],
    [{ ...array, items: one, not: { uniqueItems: true } }, [1, 1]],
    [{ ...array, items: [one, two], not: { uniqueItems: true } }, [1, 2, 1]],
    [{ ...array, items: one, not: { const: [] } }, [1]],
    [{ ...array, items: one, not: { enum: [[], [1], [1, 1], [1, 1, 1]] } }, [1, 1, 1, 1]],
    [{ ...array, items: { enum: [1, 2] }, minItems: 1, maxItems: 1, not: { const: [1] } }, [2]],
    [{ ...array, items: { items: one, type: 'array', minItems: 1 }, minItems: 1 }, [[1]]],
    [{ ...array, not: { items: { type: 'string' } }, items: { enum: ['a', 1] } }, [1]],
  ])('%j: %j', (schema, expected) => {
    expect(compilePayloadValidator(schema)(expected)).toEqual([])
    expect(solveSchema(schema)).toEqual({ kind: 'value', value: expected })
  })

  it.each<JsonObject>([
    { ...array, uniqueItems: true, minItems: 20 },
    { ...array, uniqueItems: true, items: { type: 'integer', minimum: 1, maximum: 20 }, minItems: 20 },
    { ...array, items: [true, one], contains: two, maxItems: 2 },
    { ...array, allOf: [{ contains: { minimum: 1 } }, { contains: { maximum: 2 } }], maxItems: 1 },
    { ...array, not: { contains: one }, minItems: 3 },
    { ...array, not: { uniqueItems: true }, items: [one, two], contains: { const: 3 } },
    { ...array, not: { items: [one, two] } },
    { ...array, not: { items: [one], additionalItems: two }, items: [one] },
    { ...array, uniqueItems: true, items: [{ enum: [1, 2] }, one], minItems: 1 },
  ])('%j is found', (schema) => {
    const found = solveSchema(schema)
    expect(found.kind).toBe('value')
    if (found.kind === 'value') expect(compilePayloadValidator(schema)(found.value)).toEqual([])
  })
})

describe('where no list fits, that is known', () => {
  it.each<JsonObject>([
    { ...array, minItems: 2, maxItems: 1 },
    { ...array, items: false, minItems: 1 },
    { ...array, items: [one, false], minItems: 2 },
    { ...array, contains: one, items: two },
    { ...array, contains: one, maxItems: 0 },
    { ...array, contains: one, not: { contains: one } },
    { ...array, items: one, uniqueItems: true, minItems: 2 },
    { ...array, items: [one, two], additionalItems: false, not: { uniqueItems: true } },
    { ...array, maxItems: 1, not: { uniqueItems: true } },
    { ...array, uniqueItems: true, not: { uniqueItems: true } },
    { ...array, maxItems: 0, not: { const: [] } },
    { ...array, items: one, maxItems: 1, not: { enum: [[], [1]] } },
    { ...array, items: [one], additionalItems: false, minItems: 1, not: { const: [1] } },
    { ...array, items: one, not: { items: one } },
    { ...array, items: [one], maxItems: 1, not: { items: one } },
  ])('%j', (schema) => {
    expect(solveSchema(schema)).toEqual({ kind: 'empty' })
  })
})

describe('nothing is known', () => {
  it.each<[JsonObject, string]>([
    [{ ...array, minItems: 5000 }, 'a list would have to be very long'],
    // a first choice that leaves nothing for the next
    [
      { ...array, uniqueItems: true, items: [{ enum: [1, 2] }, one], minItems: 2, additionalItems: false },
      'different items for a list were not found',
    ],
    [
      { ...array, items: { not: { pattern: '(?i)a' }, pattern: '(?i)^a$', type: 'string' }, minItems: 1 },
      'no text was found, and none can be ruled out',
    ],
  ])('of %j', (schema, reason) => {
    expect(solveSchema(schema)).toMatchObject({ kind: 'unknown', reason })
  })
})
