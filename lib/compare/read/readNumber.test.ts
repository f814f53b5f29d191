import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { describeRelations } from '@/lib/compare/testing/describeRelations'

const integer = { type: 'integer' }
const number = { type: 'number' }
const noNumber = { not: number }

describeRelations('bounds', [
  [{ minimum: 2 }, '<', { minimum: 1 }, 1],
  [{ minimum: 0.3 }, '<', { minimum: 0.1 }, 0.2],
  [{ minimum: 0 }, '=', { minimum: -0 }, -1],
  [{ minimum: 0 }, '<', {}, -1],
  [{ minimum: 1 }, '>', { ...number, minimum: 1 }, 'a'],
  [{ maximum: -1 }, '<', { maximum: 0 }, -0.5],
  [{ maximum: 1e308 }, '<', {}, 1.5e308],
  [{ minimum: -1e308 }, '<', {}, -1.5e308],
  [{ minimum: 1e300 }, '<', { minimum: 1e299 }, 2e299],
  [{ minimum: 1 }, '|', { maximum: 1 }, 2, 0],
  [{ minimum: 1, maximum: 3 }, '|', { minimum: 2, maximum: 4 }, 1, 4],
  [{ minimum: 1, maximum: 3 }, '<', { minimum: 1, maximum: 4 }, 4],
  [{ ...number, minimum: 5, maximum: 5 }, '=', { const: 5 }, 4],
  [{ minimum: 6, maximum: 5 }, '=', noNumber, 5],
])

describeRelations('exclusive bounds', [
  [{ exclusiveMinimum: 1 }, '<', { minimum: 1 }, 1],
  [{ exclusiveMaximum: 0 }, '<', { maximum: 0 }, 0],
  [{ minimum: 1 }, '<', { exclusiveMinimum: 0 }, 0.5],
  [{ minimum: 1, exclusiveMinimum: 1 }, '=', { exclusiveMinimum: 1 }, 1],
  [{ minimum: 1, exclusiveMinimum: 0 }, '=', { minimum: 1 }, 0.5],
  [{ maximum: 5, exclusiveMaximum: 4 }, '=', { exclusiveMaximum: 4 }, 4],
  [{ exclusiveMinimum: 0, exclusiveMaximum: 1 }, '>', noNumber, 0.5],
  [{ minimum: 5, exclusiveMaximum: 5 }, '=', noNumber, 5],
  [{ exclusiveMinimum: 5, maximum: 5 }, '=', noNumber, 5],
  [{ exclusiveMinimum: 1 }, '|', { exclusiveMaximum: 1 }, 2, 0],
])

describeRelations('bounds of integers', [
  [{ ...integer, minimum: 1 }, '=', { ...integer, exclusiveMinimum: 0 }, 0],
  [{ ...integer, minimum: 0.5 }, '=', { ...integer, minimum: 1 }, 0],
  [{ ...integer, maximum: 1.5 }, '=', { ...integer, maximum: 1 }, 2],
  [{ ...integer, exclusiveMaximum: 1.5 }, '=', { ...integer, maximum: 1 }, 2],
  [{ ...integer, exclusiveMaximum: 1 }, '=', { ...integer, maximum: 0 }, 1],
  [{ ...integer, exclusiveMinimum: -0.5 }, '=', { ...integer, minimum: 0 }, -1],
  [{ ...integer, minimum: -1.5 }, '=', { ...integer, minimum: -1 }, -2],
  [{ ...integer, minimum: 1 }, '<', { ...number, minimum: 1 }, 1.5],
  [{ ...integer, exclusiveMinimum: 0, exclusiveMaximum: 1 }, '=', false, 0],
  [{ ...integer, exclusiveMinimum: 0, exclusiveMaximum: 2 }, '=', { const: 1 }, 2],
  [{ enum: [1, 2, 3] }, '=', { ...integer, minimum: 1, maximum: 3 }, 4],
  [{ enum: [1, 3] }, '<', { ...integer, minimum: 1, maximum: 3 }, 2],
  [{ ...integer, minimum: 2 ** 53 - 1 }, '<', { ...integer, minimum: 2 ** 53 - 2 }, 2 ** 53 - 2],
  [{ ...integer, maximum: 2 ** 63 }, '<', integer, 2 ** 64],
  [{ ...integer, maximum: 1e20 }, '<', integer, 1e21],
  [{ ...integer, minimum: -1e20 }, '<', integer, -1e21],
  [{ ...integer, maximum: 1e20 }, '<', { ...integer, maximum: 1e21 }, 5e20],
  [{ ...integer, minimum: 0, maximum: 1e6 }, '<', { ...integer, minimum: 0, maximum: 1e6 + 1 }, 1000001],
])

describeRelations('bounds in combinations', [
  [{ not: { minimum: 1 } }, '=', { ...number, exclusiveMaximum: 1 }, 1],
  [{ not: { exclusiveMaximum: 1 } }, '=', { ...number, minimum: 1 }, 0],
  [
    { not: { minimum: 1, maximum: 2 } },
    '=',
    { ...number, anyOf: [{ exclusiveMaximum: 1 }, { exclusiveMinimum: 2 }] },
    1,
  ],
  [{ anyOf: [{ maximum: 1 }, { minimum: 1 }] }, '=', {}],
  [{ anyOf: [{ exclusiveMaximum: 1 }, { exclusiveMinimum: 1 }] }, '=', { not: { const: 1 } }, 1],
  // what is no number fits both
  [{ oneOf: [{ maximum: 1 }, { minimum: 1 }] }, '=', { ...number, not: { const: 1 } }, 1],
  [{ anyOf: [{ maximum: 5 }, { maximum: 9 }] }, '=', { maximum: 9 }, 10],
  [{ allOf: [{ minimum: 1 }, { minimum: 2 }], minimum: 0 }, '=', { minimum: 2 }, 1],
])

describeRelations('multipleOf', [
  [{ multipleOf: 6 }, '<', { multipleOf: 3 }, 3],
  [{ multipleOf: 4 }, '|', { multipleOf: 6 }, 4, 6],
  [{ multipleOf: 0.01 }, '>', { multipleOf: 0.1 }, 0.01],
  [{ multipleOf: 0.3 }, '<', { multipleOf: 0.1 }, 0.1],
  [{ multipleOf: 1.5 }, '|', { multipleOf: 1 }, 1.5, 1],
  [{ multipleOf: 2.5 }, '<', { multipleOf: 0.5 }, 0.5],
  [{ multipleOf: 1e-7 }, '>', { multipleOf: 1e-6 }, 1e-7],
  [{ multipleOf: 1e21 }, '<', { multipleOf: 1 }, 1],
  [{ multipleOf: 1 }, '=', { anyOf: [integer, noNumber] }, 0.5],
  [{ ...integer, multipleOf: 0.5 }, '=', integer, 0.5],
  [{ ...integer, multipleOf: 1.5 }, '=', { ...number, multipleOf: 3 }, 1.5],
  [{ allOf: [{ multipleOf: 4 }, { multipleOf: 6 }] }, '=', { multipleOf: 12 }, 4],
  [{ allOf: [{ multipleOf: 0.4 }, { multipleOf: 0.6 }] }, '=', { multipleOf: 1.2 }, 0.4],
  [{ ...number, multipleOf: 4, not: { multipleOf: 2 } }, '=', false, 4],
  [{ ...number, multipleOf: 2, not: { multipleOf: 4 } }, '<', { ...number, multipleOf: 2 }, 4],
  [{ ...number, not: { multipleOf: 1 } }, '=', { ...number, not: integer }, 1],
  [{ oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, '<', { anyOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, 6],
])

describeRelations('multipleOf between bounds', [
  [{ ...number, multipleOf: 7, minimum: 1, maximum: 13 }, '=', { const: 7 }, 14],
  [{ ...number, multipleOf: 7, exclusiveMinimum: 7, exclusiveMaximum: 14 }, '=', false, 7],
  [{ ...number, multipleOf: 0.1, minimum: 0.25, maximum: 0.35 }, '=', { const: 0.3 }, 0.2],
  [{ ...number, multipleOf: 0.5, minimum: 0, maximum: 1 }, '=', { enum: [0, 0.5, 1] }, 0.25],
  [{ ...integer, multipleOf: 5, minimum: -9, maximum: -1 }, '=', { const: -5 }, -10],
  [{ ...integer, multipleOf: 5, minimum: -4, maximum: 4 }, '=', { const: 0 }, 5],
  [{ multipleOf: 60, maximum: 3600 }, '=', { multipleOf: 60, maximum: 3659 }, 3660],
])

describe('numbers that no double is', () => {
  const parsed = (text: string): JsonValue => JSON.parse(text)

  it.each<[string, string]>([
    ['{"minimum":1e400}', '{"minimum":-1e400}'],
    ['{"exclusiveMaximum":1e400}', '{"exclusiveMaximum":-1e400}'],
    ['{"enum":[1e400]}', '{"enum":[null]}'],
    ['{"const":{"a":[-1e400]}}', '{"const":{"a":[1e400]}}'],
    ['{"multipleOf":1e400}', '{}'],
  ])('%s is not said to be the same as %s', (old, next) => {
    const { forward, backward } = compareSchemas(parsed(old), parsed(next))
    expect([forward.verdict, backward.verdict]).not.toEqual(['proved', 'proved'])
  })

  it('are the same as themselves', () => {
    for (const text of ['{"minimum":1e400}', '{"const":[1e400,null]}', '{"multipleOf":-1e400}'])
      expect(compareSchemas(parsed(text), parsed(text)).forward).toEqual({ verdict: 'proved', rule: 'the same' })
  })

  it.each<[JsonValue, JsonValue]>([
    [{ exclusiveMinimum: 1 }, { minimum: 1 + Number.EPSILON }],
    [{ exclusiveMinimum: 0 }, { minimum: Number.MIN_VALUE }],
  ])('lie between %j and %j, so that nothing is said of the two', (old, next) => {
    expect(compareSchemas(old, next).forward).toMatchObject({ verdict: 'undecided', place: '' })
    expect(compareSchemas(old, next).backward.verdict).toBe('proved')
  })
})

it.each<[string, JsonValue]>([
  ['minimum', '1'],
  ['exclusiveMaximum', null],
  ['multipleOf', 0],
  ['multipleOf', -2],
])('says nothing of numbers where %s is %j, but of texts', (keyword, value) => {
  const { forward } = compareSchemas({}, { [keyword]: value })
  expect(forward).toMatchObject({ verdict: 'undecided', place: `/${keyword}` })
  expect(compareSchemas({ type: 'string' }, { type: 'string', [keyword]: value }).forward.verdict).toBe('proved')
})
