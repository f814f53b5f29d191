import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { polishWitness } from './polishWitness'

type Holds = (value: JsonValue) => boolean
const member = (value: JsonValue, name: string): JsonValue | undefined => Object(value)[name]
const always: Holds = () => true

describe('polishWitness', () => {
  it.each<[string, witness: JsonValue, example: JsonValue | undefined, holds: Holds, expected: JsonValue]>([
    ['takes the example where that holds', { a: 5 }, { b: 1 }, always, { b: 1 }],
    ['keeps the witness where nothing else holds', { a: 5 }, { b: 1 }, () => false, { a: 5 }],
    ['leaves out what is not needed', { a: 5, b: 1, c: 2 }, undefined, (value) => member(value, 'a') === 5, { a: 5 }],
    [
      'keeps what the example has too',
      { a: 5, b: 1 },
      { a: 1, b: 2 },
      (value) => member(value, 'a') === 5,
      { a: 5, b: 2 },
    ],
    [
      'makes as much as can be like the example',
      { a: 5, b: { c: 1, d: 2 } },
      { a: 1, b: { c: 7, d: 8 } },
      (value) => member(value, 'a') === 5,
      { a: 5, b: { c: 7, d: 8 } },
    ],
    [
      'goes into members',
      { a: { x: 5, y: 1 } },
      { a: { x: 0, y: 0 } },
      (value) => member(member(value, 'a') ?? 0, 'x') === 5,
      { a: { x: 5, y: 0 } },
    ],
    ['goes into items', [5, 1], [0, 0], (value) => Array.isArray(value) && value[0] === 5, [5, 0]],
    [
      'takes the first item for a model of those beyond',
      [1, 5, 1],
      [0],
      (value) => Array.isArray(value) && value.length === 3 && value[1] === 5,
      [0, 5, 0],
    ],
    ['keeps the length of a list', [1, 2], [], (value) => Array.isArray(value) && value.length === 2, [1, 2]],
    ['leaves a scalar', 5, 1, (value) => value === 5, 5],
    ['leaves what is of another type than the example', [5], { a: 1 }, Array.isArray, [5]],
  ])('%s', (_, witness, example, holds, expected) => {
    expect(polishWitness(witness, example, holds)).toEqual(expected)
  })

  it('looks at a bounded number of values', () => {
    let looked = 0
    const witness = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`p${i}`, i]))
    const polished = polishWitness(witness, undefined, () => {
      looked++
      return true
    })
    expect(looked).toBe(300)
    expect(Object.keys(Object(polished))).toHaveLength(700)
  })
})
