import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { OpenedSchema } from './openedSchema'

const schema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: { a: { type: 'string' }, b: { type: 'integer' }, c: {} },
  required: ['a', 'gone'],
}

describe('OpenedSchema', () => {
  it('closes to what it was', () => {
    expect(new OpenedSchema(schema).close()).toEqual(schema)
    const empty = { type: 'object', additionalProperties: false }
    expect(new OpenedSchema(empty).close()).toEqual(empty)
  })

  it.each<[string, JsonObject, string[], string[] | undefined]>([
    ['the properties that it names', { properties: { b: false } }, ['b'], undefined],
    ['what is demanded of them', { properties: { a: false } }, ['a'], ['a']],
    ['the properties that it demands', { required: ['c', 'a'] }, ['c', 'a'], ['a']],
    ['nothing of unknown ones', { properties: { z: false } }, [], undefined],
    ['what is demanded and not there', { required: ['gone'] }, [], ['gone']],
    ['everything where it says more', { not: {} }, ['a', 'b', 'c'], ['a', 'gone']],
  ])('gives an overlay %s', (_, overlay, names, required) => {
    const part = new OpenedSchema(schema).part(overlay)
    expect(part).toEqual({
      type: 'object',
      additionalProperties: false,
      ...(names.length > 0
        ? { properties: Object.fromEntries(names.map((name) => [name, Object(schema.properties)[name]])) }
        : {}),
      ...(required === undefined ? {} : { required }),
    })
  })

  it('gives an open object as a whole, since its properties depend on each other', () => {
    const { additionalProperties: _, ...open } = schema
    expect(new OpenedSchema(open).part({ properties: { b: false } })).toEqual(open)
  })

  it('puts changed parts in place of what they were, and leaves the others alone', () => {
    const opened = new OpenedSchema(schema)
    const part = opened.part({ properties: { a: false, b: false } })
    opened.replace(part, {
      type: 'object',
      additionalProperties: false,
      properties: { b: { type: 'null' } },
      patternProperties: { '^a$': { maxItems: 0 } },
    })
    expect(opened.close()).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: { c: {}, b: { type: 'null' } },
      patternProperties: { '^a$': { maxItems: 0 } },
      required: ['gone'],
    })
    const again = opened.part({ properties: { c: false } })
    expect(again.patternProperties).toEqual({ '^a$': { maxItems: 0 } })
    opened.replace(again, { ...again, required: ['c'] })
    expect(opened.close()).toMatchObject({ required: ['gone', 'c'], patternProperties: { '^a$': { maxItems: 0 } } })
  })
})
