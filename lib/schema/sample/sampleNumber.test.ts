import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { samplesOf } from './testing/samplesOf'

const number = { type: 'number' }
const integer = { type: 'integer' }

describe('the first number', () => {
  it.each<[JsonObject, number]>([
    // a plain one where that fits
    [number, 1],
    [{ ...number, maximum: 0.5 }, 0],
    [{ ...number, exclusiveMaximum: 0, minimum: -0.5 }, -0.5],
    [{ ...integer, minimum: 5 }, 5],
    [{ ...integer, exclusiveMinimum: 5 }, 6],
    [{ ...integer, exclusiveMaximum: -5 }, -6],
    [{ ...integer, minimum: 5.5 }, 6],
    [{ ...integer, maximum: -5.5 }, -6],
    [{ ...number, exclusiveMinimum: 5 }, 6],
    [{ ...number, exclusiveMinimum: 5, exclusiveMaximum: 6 }, 5.5],
    [{ ...number, minimum: 5, maximum: 5 }, 5],
    [{ ...integer, multipleOf: 7, minimum: 1 }, 7],
    [{ ...integer, multipleOf: 7, minimum: 8 }, 14],
    [{ ...integer, multipleOf: 7, maximum: -8 }, -14],
    [{ ...integer, multipleOf: 7, exclusiveMinimum: 7, maximum: 20 }, 14],
    [{ ...integer, multipleOf: 7, minimum: 21 }, 21],
    // exact, where 3 * 0.1 of doubles is none
    [{ ...number, multipleOf: 0.1, minimum: 0.25, maximum: 0.39 }, 0.3],
    [{ ...number, multipleOf: 0.1, minimum: 0.65, maximum: 0.79 }, 0.7],
    [{ ...number, multipleOf: 0.01, minimum: 0.565, maximum: 0.575 }, 0.57],
    [{ ...number, multipleOf: 1e-7, minimum: 2.5e-7, maximum: 3.5e-7 }, 3e-7],
    [{ allOf: [{ ...integer, minimum: 3 }, { maximum: 9 }, { multipleOf: 4 }] }, 4],
  ])('of %j is %d', (schema, expected) => {
    expect(samplesOf(schema)[0]).toBe(expected)
  })

  it.each<[string, number]>([
    ['maxRunTime', 3600],
    ['runId', 0],
    ['other', 1],
  ])('at %s is %d', (name, expected) => {
    expect(samplesOf(integer, { names: [name] })[0]).toBe(expected)
  })

  it('is none where no number fits', () => {
    expect(samplesOf({ ...integer, exclusiveMinimum: 1, exclusiveMaximum: 2 })).toEqual([])
    expect(samplesOf({ ...number, minimum: 2, maximum: 1 })).toEqual([])
  })
})

it.each<JsonObject>([
  integer,
  { ...integer, minimum: 100 },
  { ...integer, maximum: -100 },
  { ...number, exclusiveMinimum: 0.5 },
])('there are numbers enough for items that must differ: %j', (schema) => {
  expect(new Set(samplesOf(schema)).size).toBeGreaterThanOrEqual(15)
})
