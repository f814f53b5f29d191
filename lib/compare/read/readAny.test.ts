import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { describeRelations } from '@/lib/compare/testing/describeRelations'

describeRelations('type', [
  [{ type: 'integer' }, '<', { type: 'number' }, 0.5],
  [{ type: ['integer', 'number'] }, '=', { type: 'number' }, 'a'],
  [{ type: ['integer', 'string'] }, '<', { type: ['string', 'number'] }, 0.5],
  [{ type: ['integer', 'string'] }, '|', { type: ['integer', 'null'] }, 'a', null],
  [{ type: ['string'] }, '=', { type: 'string' }, 1],
  [{ type: ['string', 'null'] }, '=', { type: ['null', 'string'] }, 1],
  [{ type: 'string' }, '|', { type: 'number' }, 'a', 1],
  [{ type: 'array' }, '|', { type: 'object' }, [], {}],
  [{ type: ['object', 'array', 'string', 'number', 'boolean', 'null'] }, '=', true],
  [{ type: ['object', 'array', 'string', 'number', 'boolean'] }, '<', {}, null],
  [{ type: ['object', 'array', 'string', 'integer', 'boolean', 'null'] }, '<', {}, 0.5],
])

describeRelations('type in combinations', [
  [{ allOf: [{ type: ['string', 'null'] }, { type: ['null', 'integer'] }] }, '=', { type: 'null' }, 1],
  [{ allOf: [{ type: 'integer' }, { type: 'number' }] }, '=', { type: 'integer' }, 0.5],
  [{ allOf: [{ type: 'string' }, { type: 'null' }] }, '=', false, null],
  [{ type: ['object', 'array'] }, '=', { not: { type: ['string', 'number', 'boolean', 'null'] } }, 1],
  [{ not: { type: 'integer' } }, '>', { not: { type: 'number' } }, 0.5],
  [{ anyOf: [{ type: 'integer' }, { type: 'number' }] }, '=', { type: 'number' }, null],
  [{ oneOf: [{ type: 'integer' }, { type: 'number' }] }, '=', { type: 'number', not: { type: 'integer' } }, 1],
  // keywords say nothing of values of other types
  [{ type: 'string', minimum: 5, required: ['a'], minItems: 1 }, '=', { type: 'string' }, 1],
  [{ type: ['string', 'number'], maxLength: 1 }, '<', { type: ['string', 'number'] }, 'ab'],
  [{ maxLength: 1 }, '>', { type: 'string', maxLength: 1 }, 1],
])

describeRelations('schemas that are true, false or empty', [
  [{}, '=', true],
  [{ not: {} }, '=', false, 1],
  [{ not: false }, '=', true],
  [true, '>', false, 1],
  [{ $comment: 'a', title: 'b', description: 'c', default: 1, examples: [2] }, '=', {}],
  [{ definitions: { a: false } }, '=', { definitions: {} }],
])

describeRelations('const', [
  [{ const: 1 }, '<', { enum: [1, '1'] }, '1'],
  [{ const: 1 }, '|', { const: '1' }, 1, '1'],
  [{ const: 0 }, '|', { const: false }, 0, false],
  [{ const: 1 }, '|', { const: true }, 1, true],
  [{ const: null }, '|', { const: '' }, null, ''],
  [{ const: null }, '=', { type: 'null' }, 0],
  [{ const: [] }, '|', { const: {} }, [], {}],
  [{ const: 0 }, '=', { const: -0 }, 1],
  [{ const: 1e2 }, '=', { const: 100 }, 10],
  [{ const: 0.1 + 0.2 }, '|', { const: 0.3 }, 0.30000000000000004, 0.3],
  [{ const: { a: 1, b: 2 } }, '=', { const: { b: 2, a: 1 } }, { a: 1 }],
  [{ const: [1, 2] }, '|', { const: [2, 1] }, [1, 2], [2, 1]],
  [{ const: { a: [1.0] } }, '=', { const: { a: [1] } }, { a: [true] }],
  // composed and decomposed, they look the same
  [{ const: 'é' }, '|', { const: 'e\u0301' }, 'é', 'e\u0301'],
  [{ const: { a: 1 } }, '<', { type: 'object', required: ['a'] }, { a: 2 }],
  [{ const: [[1]] }, '<', { items: { items: { type: 'integer' } } }, [[2]]],
  [{ const: { $ref: '#/nowhere' } }, '<', { required: ['$ref'], type: 'object' }, { $ref: 1 }],
])

describeRelations('enum', [
  [{ enum: [1, 2] }, '=', { enum: [2, 1] }, 3],
  [{ enum: ['a'] }, '=', { const: 'a' }, 'b'],
  [{ enum: ['a', 'b'] }, '|', { enum: ['b', 'c'] }, 'a', 'c'],
  [{ enum: ['a', 'bb'] }, '<', { type: 'string', maxLength: 2 }, 'b'],
  [{ enum: [null, true, false] }, '=', { type: ['boolean', 'null'] }, 0],
  [{ enum: [true] }, '<', { type: 'boolean' }, false],
  [{ enum: [[], [1]] }, '<', { type: 'array', maxItems: 1 }, [2]],
  [{ enum: [{}, { a: 1 }] }, '<', { type: 'object', maxProperties: 1 }, { b: 1 }],
  [{ enum: [1, 1.5, 'a'] }, '|', { type: 'integer' }, 1.5, 2],
])

describeRelations('enum and const beside other keywords', [
  [{ enum: ['a', 'bb', 'ccc'], maxLength: 2 }, '=', { enum: ['a', 'bb'] }, 'ccc'],
  [{ enum: ['a', 1], type: 'string' }, '=', { const: 'a' }, 1],
  [{ enum: ['a', 'b'], const: 'b' }, '=', { const: 'b' }, 'a'],
  [{ enum: ['a'], const: 'b' }, '=', false, 'a'],
  [{ const: 1.5, type: 'integer' }, '=', false, 1.5],
  [{ enum: [1, 2, 3, 4], multipleOf: 2, not: { const: 4 } }, '=', { const: 2 }, 4],
  [{ enum: [[1], [1, 1]], uniqueItems: true }, '=', { const: [1] }, [1, 1]],
  [{ not: { enum: ['a', 'b'] } }, '<', { not: { const: 'a' } }, 'b'],
  [{ type: 'boolean', not: { const: true } }, '=', { const: false }, true],
  [{ allOf: [{ enum: [1, 2, 3] }, { enum: [2, 3, 4] }] }, '=', { enum: [3, 2] }, 1],
  [{ anyOf: [{ const: 1 }, { enum: [1, 2] }] }, '=', { enum: [1, 2] }, 3],
  [{ oneOf: [{ enum: [1, 2] }, { enum: [2, 3] }] }, '=', { enum: [1, 3] }, 2],
  [{ type: 'string', not: { enum: ['', 'a'] } }, '<', { minLength: 1, type: 'string' }, 'a'],
])

describe('values that make no sense', () => {
  it.each<[keyword: string, value: JsonValue, place: string]>([
    ['type', 'float', '/type'],
    ['type', ['string', 5], '/type'],
    ['enum', 'a', '/enum'],
    ['type', 'constructor', '/type'],
  ])('%s: %j stands in the way of a proof, unless it stays', (keyword, value, place) => {
    expect(compareSchemas({}, { [keyword]: value }).forward).toMatchObject({ verdict: 'undecided', place })
    expect(compareSchemas({ [keyword]: value }, { [keyword]: value, title: 'a' }).forward.verdict).toBe('proved')
  })

  it('refuse everything where no type and no value is left', () => {
    const nothings: JsonValue[] = [{ type: [] }, { enum: [] }]
    for (const nothing of nothings) {
      expect(compareSchemas(nothing, false).forward).toEqual({ verdict: 'proved', rule: 'the same' })
      expect(compareSchemas({ type: 'null' }, nothing).forward).toMatchObject({ verdict: 'refuted', witness: null })
    }
  })
})

describe('nullable', () => {
  const text = { type: 'string', nullable: true }

  it('may let null in, so that nothing is known of that alone', () => {
    const { forward, backward } = compareSchemas(text, { type: 'string' })
    expect(forward).toMatchObject({ verdict: 'undecided', place: '/nullable' })
    expect(backward.verdict).toBe('proved')
    expect(compareSchemas(text, { type: ['string', 'null'] }).forward.verdict).toBe('proved')
  })

  it('hides no break elsewhere', () => {
    expect(compareSchemas(text, { ...text, maxLength: 1 }).forward).toMatchObject({ verdict: 'refuted' })
  })

  it('does nothing where it is false, or no type is named', () => {
    expect(compareSchemas({ type: 'string', nullable: false }, { type: 'string' }).backward.verdict).toBe('proved')
    expect(compareSchemas({ nullable: true }, {}).forward).toEqual({ verdict: 'proved', rule: 'the same' })
  })
})
