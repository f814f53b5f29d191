import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { samplesOf } from './testing/samplesOf'

const array = { type: 'array' }
const one = { const: 1 }
const two = { const: 2 }

describe('the first list', () => {
  it.each<[JsonObject, JsonValue | undefined]>([
    // one item shows more than none
    [array, ['example']],
    [{ ...array, items: one }, [1]],
    [{ ...array, maxItems: 0 }, []],
    [{ ...array, items: false }, []],
    [{ ...array, items: [one, two] }, [1]],
    [{ ...array, items: [one, two], minItems: 3 }, [1, 2, 'example']],
    [{ ...array, items: [one], additionalItems: two, minItems: 3 }, [1, 2, 2]],
    [{ ...array, items: [one], additionalItems: false, minItems: 2 }, undefined],
    [{ ...array, items: one, minItems: 3 }, [1, 1, 1]],
    [{ ...array, items: { enum: [1, 2] }, uniqueItems: true, minItems: 2 }, [1, 2]],
    [{ ...array, items: { enum: [1, 2] }, uniqueItems: true, minItems: 3 }, undefined],
    [{ ...array, items: { type: 'boolean' }, uniqueItems: true, minItems: 2 }, [false, true]],
    [{ ...array, items: { type: 'null' }, minItems: 2, uniqueItems: true }, undefined],
    [{ ...array, minItems: 5000 }, undefined],
    [{ ...array, items: { type: 'array', items: one } }, [[1]]],
  ])('of %j is %j', (schema, expected) => {
    expect(samplesOf(schema)[0]).toEqual(expected)
  })
})

describe('what must be in a list', () => {
  it.each<[JsonObject, JsonValue | undefined]>([
    [{ ...array, contains: one }, [1]],
    [{ ...array, contains: one, minItems: 2, items: { enum: [2, 1] } }, [1, 2]],
    [{ ...array, allOf: [{ contains: one }, { contains: two }] }, [1, 2]],
    [{ ...array, allOf: [{ contains: one }, { contains: two }, { contains: { const: 3 } }] }, [1, 2, 3]],
    // one item that does for both
    [
      {
        ...array,
        allOf: [{ contains: { minimum: 5 } }, { contains: { maximum: 5 } }],
        maxItems: 1,
        items: { type: 'integer' },
      },
      [5],
    ],
    // behind those that must be something else
    [{ ...array, items: [two], contains: one }, [2, 1]],
    [{ ...array, items: [two, two], contains: one, minItems: 2 }, [2, 2, 1]],
    [{ ...array, items: two, contains: one }, undefined],
  ])('of %j: %j', (schema, expected) => {
    expect(samplesOf(schema)[0]).toEqual(expected)
  })
})

it('gives shorter and longer lists too', () => {
  const lengths = samplesOf({ ...array, items: one }).map((list) => Object.keys(Object(list)).length)
  expect(new Set(lengths)).toEqual(new Set([0, 1, 2]))
})
