import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { fieldOf } from './fieldOf'
import { chosenVariant } from './fieldValues'

describe('fieldOf', () => {
  const cases: [string, JsonValue, object][] = [
    ['a text', { type: 'string', format: 'uri' }, { kind: 'text', format: 'uri' }],
    ['a secret', { type: 'string', secret: true }, { kind: 'text', secret: true }],
    ['a bounded integer', { type: 'integer', minimum: 0, maximum: 9 }, { kind: 'number', integer: true, maximum: 9 }],
    ['a switch', { type: 'boolean', default: true }, { kind: 'boolean', default: true }],
    ['a choice', { type: 'string', enum: ['a', 'b'] }, { kind: 'choice', options: ['a', 'b'] }],
    ['a choice of numbers', { enum: [1, 2] }, { kind: 'yaml' }],
    ['a duration', { type: ['integer', 'string'] }, { kind: 'text', orInteger: true }],
    ['a list', { type: 'array', items: { type: 'string' } }, { kind: 'list', item: { kind: 'text' } }],
    ['a map', { type: 'object', additionalProperties: { type: 'string' } }, { kind: 'map', item: { kind: 'text' } }],
    ['a free object', { type: 'object' }, { kind: 'yaml' }],
    ['an empty object', { type: 'object', additionalProperties: false }, { kind: 'object', members: [] }],
    ['a combination', { allOf: [{ type: 'string' }] }, { kind: 'yaml' }],
    ['a boolean schema', true, { kind: 'yaml' }],
  ]
  it.each(cases)('edits %s', (_what, schema, expected) => {
    expect(fieldOf(schema, 'x')).toMatchObject(expected)
  })

  it('keeps the order of members and knows the required ones', () => {
    const field = fieldOf(
      {
        type: 'object',
        additionalProperties: false,
        required: ['b'],
        properties: { b: { type: 'string', title: 'Bee' }, a: { type: 'boolean' } },
      },
      'x',
    )
    expect(field).toMatchObject({
      kind: 'object',
      members: [
        { name: 'b', required: true, field: { title: 'Bee' } },
        { name: 'a', required: false, field: { title: 'a' } },
      ],
    })
  })

  it('gives up on schemas that are nested without end', () => {
    const endless: { type: string; items: JsonValue } = { type: 'array', items: {} }
    endless.items = endless
    expect(JSON.stringify(fieldOf(endless, 'x'))).toContain('"yaml"')
  })
})

describe('variants', () => {
  const member = (name: string, value: string): JsonValue => ({
    type: 'object',
    title: value,
    additionalProperties: false,
    required: [name],
    properties: { [name]: { type: 'string', enum: [value] }, extra: { type: 'string' } },
  })
  const field = fieldOf({ oneOf: [member('provider', 'one'), member('provider', 'two'), { type: 'string' }] }, 'x')

  it('tells them apart by what is fixed', () => {
    if (field.kind !== 'variants') throw new Error(`expected variants, not ${field.kind}`)
    expect(field.variants.map(({ title }) => title)).toEqual(['one', 'two', 'Form 3'])
    expect(chosenVariant(field.variants, { provider: 'two' })).toBe(1)
    expect(chosenVariant(field.variants, { provider: 'three' })).toBe(-1)
    expect(chosenVariant(field.variants, 'text')).toBe(2)
    expect(chosenVariant(field.variants, undefined)).toBe(-1)
  })

  it('starts a new value with what is fixed, and does not ask for it', () => {
    expect(field).toMatchObject({
      variants: [{ start: { provider: 'one' }, field: { members: [{ name: 'extra' }] } }, {}, { start: '' }],
    })
  })

  it('prefers the variant whose members are there', () => {
    const shape = (name: string): JsonValue => ({
      type: 'object',
      required: [name],
      additionalProperties: false,
      properties: { [name]: { type: 'string' } },
    })
    const shapes = fieldOf({ oneOf: [shape('url'), shape('taskId')] }, 'x')
    if (shapes.kind !== 'variants') throw new Error(`expected variants, not ${shapes.kind}`)
    expect(chosenVariant(shapes.variants, { taskId: 'abc' })).toBe(1)
    expect(chosenVariant(shapes.variants, {})).toBe(0)
  })
})
