import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { solveSchema } from '@/lib/compare/testing/solveSchema'

const number = { type: 'number' }
const integer = { type: 'integer' }

describe('a number that fits', () => {
  it.each<[JsonObject, number]>([
    // plain ones first
    [number, 1],
    [integer, 1],
    [{ ...number, not: { const: 1 } }, 0],
    [{ ...integer, not: { enum: [1, 0] } }, 2],
    [{ ...number, minimum: 5, maximum: 7 }, 5],
    [{ ...number, exclusiveMinimum: 5, maximum: 7 }, 6],
    [{ ...number, maximum: -5 }, -5],
    [{ ...number, minimum: 3, maximum: 3 }, 3],
    [{ ...integer, minimum: 2.5 }, 3],
    [{ ...integer, maximum: -2.5 }, -3],
    [{ ...integer, exclusiveMinimum: 7 }, 8],
    [{ ...integer, exclusiveMaximum: -7 }, -8],
    [{ ...number, multipleOf: 7, minimum: 8 }, 14],
    [{ ...number, multipleOf: 7, maximum: -8 }, -14],
    [{ ...number, multipleOf: 0.25, exclusiveMinimum: 0.25, exclusiveMaximum: 0.75 }, 0.5],
    [{ ...number, allOf: [{ multipleOf: 4 }, { multipleOf: 6 }], minimum: 1 }, 12],
    [{ ...number, multipleOf: 1e-7, minimum: 1e-7, maximum: 1e-7 }, 1e-7],
    // of few, the one that is nearest to 1
    [{ ...integer, minimum: -3, maximum: 9, not: { enum: [-1, 0, 1, 2] } }, 3],
    [{ ...integer, multipleOf: 3, not: { enum: [0, 3, 6] } }, -3],
  ])('%j: %d', (schema, expected) => {
    expect(solveSchema(schema)).toEqual({ kind: 'value', value: expected })
  })

  it.each<[JsonObject, (value: number) => boolean]>([
    [{ ...number, not: integer }, (value) => !Number.isInteger(value)],
    [{ ...number, exclusiveMinimum: 0.1, exclusiveMaximum: 0.11 }, (value) => value > 0.1 && value < 0.11],
    [{ ...number, exclusiveMinimum: -1e-9, exclusiveMaximum: 0 }, (value) => value > -1e-9 && value < 0],
    [{ ...integer, exclusiveMinimum: 1e25 }, (value) => value > 1e25],
    [{ ...number, exclusiveMaximum: -1e300 }, (value) => value < -1e300 && Number.isFinite(value)],
    [{ ...integer, not: { multipleOf: 2 }, minimum: 1000 }, (value) => value >= 1000 && value % 2 === 1],
    [{ ...number, minimum: 4, not: { maximum: 4.5 } }, (value) => value > 4.5],
  ])('%j is found', (schema, holds) => {
    const found = solveSchema(schema)
    expect(found.kind === 'value' && holds(Number(found.value))).toBe(true)
  })
})

describe('where no number fits, that is known', () => {
  it.each<[JsonObject]>([
    [{ ...number, minimum: 2, maximum: 1 }],
    [{ ...number, minimum: 1, exclusiveMaximum: 1 }],
    [{ ...number, exclusiveMinimum: 1, maximum: 1 }],
    [{ ...integer, exclusiveMinimum: 1, exclusiveMaximum: 2 }],
    [{ ...integer, minimum: 1.1, maximum: 1.9 }],
    [{ ...number, multipleOf: 10, minimum: 1, maximum: 9 }],
    [{ ...number, multipleOf: 0.2, minimum: 0.21, maximum: 0.39 }],
    [{ ...number, multipleOf: 6, not: { multipleOf: 3 } }],
    [{ ...number, allOf: [{ multipleOf: 4 }, { multipleOf: 6 }], not: { multipleOf: 12 } }],
    [{ ...integer, minimum: 1, maximum: 3, not: { enum: [1, 2, 3] } }],
    [{ ...number, minimum: 5, maximum: 5, not: { const: 5 } }],
    [{ ...number, minimum: 5, maximum: 5, multipleOf: 2 }],
  ])('%j', (schema) => {
    expect(solveSchema(schema)).toEqual({ kind: 'empty' })
  })
})

it.each<[JsonValue]>([
  [{ ...number, exclusiveMinimum: 1, exclusiveMaximum: 1 + Number.EPSILON }],
  [{ ...number, minimum: 1, maximum: 1 + Number.EPSILON, not: { enum: [1, 1 + Number.EPSILON] } }],
])('between neighbours among doubles nothing is known: %j', (schema) => {
  expect(solveSchema(schema)).toEqual({
    kind: 'unknown',
    place: expect.any(String),
    reason: 'no number was found, and none can be ruled out',
  })
})
