import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { arbitrarySchema } from '@/lib/schema/testing/arbitrarySchema'
import { jsonDepth } from '@/lib/schema/values'
import { mapSubschemas } from './mapSubschemas'

function places(schema: JsonObject): string[] {
  const found: string[] = []
  mapSubschemas(schema, (subschema, steps) => {
    found.push(steps.join('/'))
    return subschema
  })
  return found
}

describe('mapSubschemas', () => {
  it('visits what is a schema, and nothing else', () => {
    const schema: JsonObject = {
      properties: { a: {}, __proto__: {} },
      patternProperties: { '^b': true },
      definitions: { c: {} },
      dependencies: { d: ['e'], f: {} },
      additionalProperties: false,
      items: [{}, {}],
      additionalItems: {},
      contains: {},
      propertyNames: {},
      allOf: [{}],
      anyOf: [{}, {}],
      oneOf: [{}],
      not: {},
      if: {},
      else: {},
      const: { not: {} },
      enum: [{}],
      default: {},
      examples: [{}],
    }
    expect(places(schema).sort()).toEqual([
      'additionalItems',
      'additionalProperties',
      'allOf/0',
      'anyOf/0',
      'anyOf/1',
      'contains',
      'definitions/c',
      'dependencies/f',
      'else',
      'if',
      'items/0',
      'items/1',
      'not',
      'oneOf/0',
      'patternProperties/^b',
      'properties/a',
      'propertyNames',
    ])
    expect(places({ items: {} })).toEqual(['items'])
  })

  it('leaves malformed keywords alone', () => {
    const schema: JsonObject = { properties: 5, allOf: {}, dependencies: [], type: null }
    expect(mapSubschemas(schema, () => ({}))).toEqual(schema)
  })

  it('copies a schema where each part stands for itself', () => {
    fc.assert(
      fc.property(arbitrarySchema, (schema) => {
        expect(mapSubschemas(schema, (subschema) => subschema)).toEqual(schema)
      }),
    )
  })

  it('keeps a property called __proto__', () => {
    const schema: JsonObject = JSON.parse('{"properties": {"__proto__": {"type": "string"}}}')
    expect(JSON.stringify(mapSubschemas(schema, (subschema) => subschema))).toBe(JSON.stringify(schema))
  })
})

describe('jsonDepth', () => {
  it.each<[string, number]>([
    ['1', 0],
    ['[]', 1],
    ['{}', 1],
    ['{"a": [1, {}]}', 3],
    [`${'['.repeat(100000)}${']'.repeat(100000)}`, 100000],
  ])('is counted (%#)', (text, depth) => {
    expect(jsonDepth(JSON.parse(text))).toBe(depth)
  })
})
