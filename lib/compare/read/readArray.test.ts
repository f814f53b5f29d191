import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { describeRelations } from '@/lib/compare/testing/describeRelations'

const array = { type: 'array' }
const noArray = { not: array }
const one = { const: 1 }
const two = { const: 2 }

describeRelations('items as one schema', [
  [{ items: { type: 'integer' } }, '<', { items: { type: 'number' } }, [0.5]],
  [{ items: true }, '=', {}],
  [{ items: {} }, '=', { items: true }],
  [{ items: false }, '=', { maxItems: 0 }, [1]],
  [{ ...array, items: false }, '=', { const: [] }, [1]],
  [{ items: one }, '|', { items: two }, [1], [2]],
  [{ items: { items: { type: 'integer' } } }, '<', { items: { items: { type: 'number' } } }, [[0.5]]],
  [{ items: { type: 'null' }, minItems: 1 }, '<', { minItems: 1 }, [1]],
  [{ items: one }, '>', { ...array, items: one }, 'a'],
])

describeRelations('items as a list of schemas', [
  [{ items: [{ type: 'string' }] }, '<', { items: [true] }, [1]],
  [{ items: [one, two] }, '|', { items: [two, one] }, [1], [2]],
  [{ items: [true, one] }, '<', {}, [1, 2]],
  [{ items: one }, '<', { items: [one] }, [1, 2]],
  [{ items: [one] }, '<', { items: [{ enum: [1, 2] }] }, [2]],
  [{ items: [one, one] }, '<', { items: [one] }, [1, 2]],
  [{ items: [true, false] }, '=', { maxItems: 1 }, [1, 2]],
  [{ items: [false] }, '=', { maxItems: 0 }, [1]],
  [{ items: [one, false, two] }, '=', { items: one, maxItems: 1 }, [1, 1]],
  // a list may be shorter than the schemas for it
  [{ items: [one, two], minItems: 2 }, '<', { items: [one, two] }, [1]],
])

describeRelations('additionalItems', [
  [{ items: [true], additionalItems: false }, '=', { maxItems: 1 }, [1, 2]],
  [{ items: [one], additionalItems: one }, '=', { items: one }, [1, 2]],
  [{ items: [one], additionalItems: two }, '|', { items: [one, one], additionalItems: two }, [1, 2], [1, 1]],
  [{ items: [{ type: 'null' }], additionalItems: false }, '<', { items: [{ type: 'null' }] }, [null, 1]],
  [{ items: [true, true], additionalItems: one }, '>', { items: [true], additionalItems: one }, [2, 2]],
  [{ minItems: 2, items: [true], additionalItems: false }, '=', noArray, [1, 2]],
  // beside no list of schemas it says nothing
  [{ additionalItems: false }, '=', {}],
  [{ items: { type: 'null' }, additionalItems: false }, '=', { items: { type: 'null' } }, [1]],
  [{ items: true, additionalItems: false }, '=', {}],
])

describeRelations('numbers of items', [
  [{ minItems: 2 }, '<', { minItems: 1 }, [1]],
  [{ minItems: 0 }, '=', {}],
  [{ maxItems: 1 }, '|', { minItems: 1 }, [], [1, 2]],
  [{ minItems: 1, maxItems: 0 }, '=', noArray, []],
  [{ not: { maxItems: 1 } }, '=', { ...array, minItems: 2 }, [1]],
  [{ not: { minItems: 1 } }, '=', { const: [] }, [1]],
  [{ anyOf: [{ maxItems: 0 }, { minItems: 1 }] }, '=', {}],
  [{ anyOf: [{ maxItems: 0 }, { minItems: 2 }] }, '=', { not: { ...array, minItems: 1, maxItems: 1 } }, [1]],
  [{ minItems: 3, maxItems: 3 }, '<', { minItems: 2 }, [1, 2]],
])

describeRelations('lists that are written out', [
  [{ ...array, items: one, minItems: 1, maxItems: 1 }, '=', { const: [1] }, [2]],
  [{ ...array, items: [one, two], additionalItems: false, minItems: 2 }, '=', { const: [1, 2] }, [1, 3]],
  [{ ...array, items: { enum: [1, 2] }, minItems: 1, maxItems: 1 }, '>', { const: [1] }, [2]],
  [{ ...array, items: one, maxItems: 2 }, '=', { enum: [[], [1], [1, 1]] }, [2]],
  [{ ...array, items: one, maxItems: 3 }, '>', { enum: [[], [1], [1, 1]] }, [1, 1, 1]],
  [{ ...array, items: one }, '>', { enum: [[], [1], [1, 1], [1, 1, 1]] }, [1, 1, 1, 1]],
])

describeRelations('uniqueItems', [
  [{ uniqueItems: true }, '<', {}, [1, 1]],
  [{ uniqueItems: false }, '=', {}],
  [{ maxItems: 1 }, '<', { uniqueItems: true }, [1, 2]],
  [{ const: [1, true, '1', null, false, 0] }, '<', { ...array, uniqueItems: true }, []],
  [{ const: [[1], [1]] }, '|', { ...array, uniqueItems: true }, [[1], [1]], []],
  [
    {
      enum: [
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      ],
    },
    '|',
    { ...array, uniqueItems: true },
    [
      { a: 1, b: 2 },
      { a: 1, b: 2 },
    ],
    [],
  ],
  [
    {
      const: [
        [1, 2],
        [2, 1],
      ],
    },
    '<',
    { ...array, uniqueItems: true },
    [],
  ],
  [{ items: { type: 'boolean' }, uniqueItems: true }, '<', { items: { type: 'boolean' }, maxItems: 2 }, [true, true]],
  [{ items: { type: 'null' }, uniqueItems: true }, '=', { items: { type: 'null' }, maxItems: 1 }, [null, null]],
  [{ ...array, items: { enum: [1, 2] }, minItems: 3, uniqueItems: true }, '=', false, [1, 2]],
  [{ ...array, items: { enum: [1, 2] }, minItems: 2, uniqueItems: true }, '>', false, [2, 1]],
  [{ ...array, items: [one, one], minItems: 2 }, '|', { ...array, uniqueItems: true }, [1, 1], []],
  [{ not: { uniqueItems: true } }, '<', { ...array, minItems: 2 }, [1, 2]],
  [{ not: { uniqueItems: true }, maxItems: 1 }, '=', false, [1]],
  [{ not: { uniqueItems: true }, items: [one, two], additionalItems: false }, '=', false, [1, 2]],
])

describeRelations('contains', [
  [{ contains: one }, '<', { contains: { type: 'number' } }, [2]],
  [{ contains: true }, '=', { minItems: 1 }, []],
  [{ contains: false }, '=', noArray, [1]],
  [{ contains: one }, '<', { minItems: 1 }, [2]],
  [{ items: [one], minItems: 1 }, '<', { contains: one }, [2, 1]],
  [{ items: [one] }, '|', { contains: one }, [], [2, 1]],
  [{ items: one, minItems: 1 }, '<', { contains: one }, [2, 1]],
  [{ contains: one, maxItems: 1 }, '<', { items: one }, []],
  [{ contains: one, items: two }, '=', noArray, [1]],
  [{ contains: one, maxItems: 0 }, '=', noArray, [1]],
  [{ ...array, not: { contains: { type: 'string' } } }, '=', { ...array, items: { not: { type: 'string' } } }, ['a']],
  [{ contains: one, uniqueItems: true, items: { enum: [1, 2] } }, '<', { contains: one }, [1, 1]],
])

describeRelations('contains twice', [
  [{ allOf: [{ contains: one }, { contains: two }] }, '<', { minItems: 2 }, [3, 3]],
  [{ allOf: [{ contains: one }, { contains: two }], maxItems: 1 }, '=', noArray, [1]],
  // one item may do for both
  [
    { allOf: [{ contains: { minimum: 1 } }, { contains: { maximum: 2 } }] },
    '>',
    { contains: { minimum: 1, maximum: 2 } },
    [0, 5],
  ],
  [
    {
      ...array,
      allOf: [{ contains: { minimum: 1 } }, { contains: { maximum: 1 } }],
      maxItems: 1,
      items: { type: 'number' },
    },
    '=',
    { ...array, items: one, minItems: 1, maxItems: 1 },
    [2],
  ],
  [{ contains: { enum: [1, 2] } }, '=', { anyOf: [{ contains: one }, { contains: two }] }, [3]],
  [{ contains: one, not: { contains: one } }, '=', false, [1]],
  [{ contains: one, not: { items: one } }, '<', { ...array, minItems: 2 }, [1, 1]],
])

describe('what cannot be told', () => {
  it.each<[JsonValue, string, string]>([
    [{ uniqueItems: 'yes' }, '/uniqueItems', '`uniqueItems` is neither true nor false'],
    [{ minItems: '1' }, '/minItems', 'the bound is not a whole number'],
    [{ items: 5 }, '/items', 'a schema is an object, true or false'],
    [{ contains: null }, '/contains', 'a schema is an object, true or false'],
  ])('%j at %s', (next, place, reason) => {
    expect(compareSchemas(array, { ...array, ...Object(next) }).forward.verdict).not.toBe('proved')
    expect(compareSchemas({ ...array, items: [1] }, { ...array, items: [1], title: 'a' }).forward.verdict).toBe(
      'proved',
    )
    const { forward } = compareSchemas(
      { ...array, minItems: 2, maxItems: 2, items: one },
      { ...array, ...Object(next) },
    )
    expect(forward).toEqual({ verdict: 'undecided', place, reason })
  })
})
