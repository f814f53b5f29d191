import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { typesAt } from './checkReferenceTypes'

const ALL = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']

describe('typesAt', () => {
  it.each<[string, JsonValue, (string | number)[], string[]]>([
    ['the type itself', { type: 'string' }, [], ['string']],
    ['a list of types', { type: ['integer', 'string'] }, [], ['integer', 'string']],
    ['whole numbers among numbers', { type: 'number' }, [], ['integer', 'number']],
    ['all where nothing is said', { minimum: 1 }, [], ALL],
    ['all where everything is allowed', true, ['a', 0], ALL],
    ['none where nothing is', false, [], []],
    ['a property', { properties: { a: { type: 'boolean' } } }, ['a'], ['boolean']],
    ['a member of a map', { additionalProperties: { type: 'string' } }, ['a'], ['string']],
    ['a property before the map', { properties: { a: {} }, additionalProperties: { type: 'string' } }, ['a'], ALL],
    ['an unknown property', { properties: {}, additionalProperties: false }, ['a'], ALL],
    [
      'a member that patterns speak of',
      { patternProperties: { x: {} }, additionalProperties: { type: 'null' } },
      ['a'],
      ALL,
    ],
    ['an item', { items: { type: 'string' } }, [3], ['string']],
    ['an item by its index', { items: [{ type: 'null' }, { type: 'string' }] }, [1], ['string']],
    ['an item behind the listed ones', { items: [{ type: 'null' }] }, [1], ALL],
    [
      'what lies deeper',
      { properties: { a: { items: { properties: { b: { type: 'null' } } } } } },
      ['a', 0, 'b'],
      ['null'],
    ],
    ['what all parts demand', { type: ['string', 'null'], allOf: [{ type: ['string', 'array'] }] }, [], ['string']],
    ['what any branch allows', { oneOf: [{ type: 'string' }, { type: 'null' }] }, [], ['null', 'string']],
    ['branches below the type', { type: 'string', anyOf: [{ type: 'string' }, { type: 'null' }] }, [], ['string']],
    [
      'properties of branches',
      { oneOf: [{ properties: { a: { type: 'null' } } }, { properties: { a: { type: 'string' } } }] },
      ['a'],
      ['null', 'string'],
    ],
    ['a contradiction', { type: 'string', allOf: [{ type: 'null' }] }, [], []],
    ['all behind a reference', { $ref: '#/definitions/a', type: 'string' }, [], ALL],
  ])('tells %s', (_, schema, place, expected) => {
    expect([...typesAt(schema, place)]).toEqual(expected)
  })

  it('has the type of every value that the schema accepts', () => {
    const type = fc.constantFrom(...ALL)
    const leaf = fc.oneof(
      fc.constant({}),
      type.map((one) => ({ type: one })),
      fc.uniqueArray(type, { minLength: 1 }).map((types) => ({ type: types })),
    )
    const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
      schema: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.record({ items: tie('schema') }),
        fc.record({ properties: fc.record({ a: tie('schema') }) }),
        fc.record({ additionalProperties: tie('schema') }),
        fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
        fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
        fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
      ),
    }))
    const value = fc.constantFrom<JsonValue>(
      null,
      true,
      1,
      1.5,
      'x',
      [],
      {},
      [null],
      ['x'],
      [1.5],
      { a: null },
      { a: 1 },
      { a: ['x'] },
      [{ a: true }],
    )
    fc.assert(
      fc.property(schema, value, (made, given) => {
        if (findViolations(made, given).length > 0) return
        for (const { place, at } of places(given)) expect([...typesAt(made, place)]).toContain(typeOf(at))
      }),
      { numRuns: 300 },
    )
  })
})

function places(value: JsonValue, place: (string | number)[] = []): { place: (string | number)[]; at: JsonValue }[] {
  const members: [string | number, JsonValue][] = Array.isArray(value)
    ? [...value.entries()]
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : []
  return [{ place, at: value }, ...members.flatMap(([key, member]) => places(member, [...place, key]))]
}

function typeOf(value: JsonValue): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}
