import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { readSchemas } from '@/lib/compare/read/readSchemas'
import { solveSchema } from '@/lib/compare/testing/solveSchema'
import { createSolver } from './createSolver'

const to = (name: string): JsonObject => ({ $ref: `#/definitions/${name}` })
const from = (definitions: JsonObject): JsonValue => ({ ...to('a'), definitions })
const object = { type: 'object' }
const must = (name: string, schema: JsonValue): JsonObject => ({
  ...object,
  required: [name],
  properties: { [name]: schema },
})

describe('the value that is found', () => {
  it.each<[JsonValue, JsonValue]>([
    // of several types the simplest
    [true, 'example'],
    [{ not: { type: 'string' } }, 1],
    [{ not: { type: ['string', 'number'] } }, true],
    [{ type: ['array', 'object', 'null'] }, null],
    [{ type: ['array', 'object'] }, {}],
    [{ type: 'boolean', not: { const: true } }, false],
    [{ enum: ['b', 'a'], not: { const: 'a' } }, 'b'],
    [{ anyOf: [{ type: 'string', maxLength: 0, minLength: 1 }, { type: 'null' }] }, null],
    [{ oneOf: [{ type: 'integer' }, { minimum: 5, type: 'number' }], maximum: 7, not: { enum: [1, 0, 2, -1] } }, 3],
    [{ type: 'array', items: { anyOf: [false, { const: 5 }] }, minItems: 1 }, [5]],
  ])('of %j is %j', (schema, expected) => {
    expect(solveSchema(schema)).toEqual({ kind: 'value', value: expected })
  })

  it.each<JsonValue>([
    { type: 'boolean', not: { enum: [true, false] } },
    { type: 'null', not: { const: null } },
    { enum: ['a', 1], not: { type: ['string', 'number'] } },
    { allOf: [{ oneOf: [{ const: 1 }, { const: 2 }] }, { oneOf: [{ const: 3 }, { const: 4 }] }] },
    { allOf: [{ anyOf: [{ const: 1 }, { const: 2 }] }, { anyOf: [{ const: 2 }, { const: 3 }] }], not: { const: 2 } },
    { not: { anyOf: [{ type: ['array', 'object'] }, { type: ['string', 'number'] }, { enum: [null, true, false] }] } },
  ])('of %j is none', (schema) => {
    expect(solveSchema(schema)).toEqual({ kind: 'empty' })
  })
})

describe('a question that comes up again below itself', () => {
  it.each<[string, JsonObject]>([
    ['a member without an end', { a: must('x', to('a')) }],
    ['members that need each other', { a: must('x', to('b')), b: must('x', to('a')) }],
    ['lists in lists', { a: { type: 'array', minItems: 1, items: to('a') } }],
    [
      'one of two ways, both without an end',
      { a: { anyOf: [must('x', to('a')), must('y', to('b'))] }, b: must('z', to('a')) },
    ],
    [
      'a way out that is closed',
      { a: { anyOf: [must('x', to('a')), { allOf: [{ type: 'null' }, { type: 'string' }] }] } },
    ],
  ])('has no value: %s', (_, definitions) => {
    expect(solveSchema(from(definitions))).toEqual({ kind: 'empty' })
  })

  it.each<[string, JsonObject, JsonValue]>([
    ['with a way out', { a: { anyOf: [must('x', to('a')), { type: 'null' }] } }, null],
    [
      'with a way out further below',
      { a: must('x', to('b')), b: { anyOf: [to('c'), { const: 1 }] }, c: must('y', to('a')) },
      { x: 1 },
    ],
    // what was taken for empty on the way is looked at again
    [
      'on which another one leans',
      {
        a: { ...object, required: ['x', 'y'], properties: { x: to('b'), y: to('c') } },
        b: { anyOf: [must('z', to('c')), { const: 5 }] },
        c: { anyOf: [must('z', to('b')), { const: 6 }] },
      },
      { x: 5, y: 6 },
    ],
    ['only where it need not be', { a: { ...object, properties: { x: to('a') } } }, {}],
  ])('has one: %s', (_, definitions, expected) => {
    expect(solveSchema(from(definitions))).toEqual({ kind: 'value', value: expected })
  })
})

describe('what a solver has not the time for', () => {
  const hard: JsonValue = {
    allOf: Array.from({ length: 8 }, (_, i) => ({ anyOf: [{ required: [`a${i}`] }, { required: [`b${i}`] }] })),
    type: 'object',
  }

  it('is not known, and is not remembered as such', () => {
    const { terms, oldTerm } = readSchemas(hard, true)
    const solver = createSolver(terms, () => false)
    expect(solver.within({ left: 1 }, [oldTerm])).toMatchObject({ kind: 'unknown', reason: 'the time was up' })
    expect(solver.within({ left: 10_000 }, [oldTerm])).toMatchObject({ kind: 'value' })
    // known by now: no step is needed
    expect(solver.within({ left: 0 }, [oldTerm])).toMatchObject({ kind: 'value' })
  })

  it('is taken from the allowance that was given, and from no other', () => {
    const { terms, oldTerm } = readSchemas(hard, true)
    const solver = createSolver(terms, () => false)
    const allowance = { left: 1000 }
    solver.within(allowance, [oldTerm])
    expect(allowance.left).toBeLessThan(1000)
    expect(allowance.left).toBeGreaterThan(0)
    expect(solver.outOfTime()).toBe(false)
  })
})
