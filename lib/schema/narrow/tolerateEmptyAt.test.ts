import { describe, expect, it } from 'vitest'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { narrowSchema } from './narrowSchema'
import { tolerateEmptyAt } from './tolerateEmptyAt'

const list = { type: 'array', maxItems: 0, items: {} }
const closed = { type: 'object', additionalProperties: false, properties: { 'a.b': list, c: {} } }

describe('tolerateEmptyAt', () => {
  it('moves a list that can only be empty out of the properties and still takes the empty one', () => {
    expect(tolerateEmptyAt(closed, { properties: { 'a.b': { maxItems: 0 } } })).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: { c: {} },
      patternProperties: { '^a\\.b$': { type: 'array', maxItems: 0 } },
    })
  })

  it('does so inside other properties and for maps', () => {
    const inner = { additionalProperties: false, properties: { m: { type: 'object', maxProperties: 0 } } }
    const schema = { additionalProperties: false, properties: { o: inner } }
    expect(tolerateEmptyAt(schema, { properties: { o: { properties: { m: { maxProperties: 0 } } } } })).toEqual({
      additionalProperties: false,
      properties: {
        o: { additionalProperties: false, patternProperties: { '^m$': { type: 'object', maxProperties: 0 } } },
      },
    })
  })

  it.each([
    ['properties that the overlay does not touch', closed, { properties: { c: {} } }],
    ['required properties', { ...closed, required: ['a.b'] }, { properties: { 'a.b': { maxItems: 0 } } }],
    ['open objects', { properties: { 'a.b': list } }, { properties: { 'a.b': { maxItems: 0 } } }],
    ['overlays without properties', closed, { required: ['c'] }],
  ])('leaves %s alone', (_, schema, overlay) => {
    expect(tolerateEmptyAt(schema, overlay)).toEqual(schema)
  })

  it.each([
    ['anything', { properties: { 'a.b': false } }, false],
    ['an empty list', { properties: { 'a.b': { minItems: 1 } } }, false],
    ['items', { properties: { 'a.b': { items: false } } }, true],
  ])('is taken back by an overlay that refuses %s', (_, overlay, stays) => {
    const tolerated = tolerateEmptyAt(closed, { properties: { 'a.b': { maxItems: 0 } } })
    const narrowed = narrowSchema(tolerated, overlay)
    if (typeof narrowed === 'boolean') throw new Error('nothing is left')
    expect(findViolations(narrowed, { 'a.b': [] }).length === 0).toBe(stays)
    expect(narrowed.properties).toEqual(tolerated.properties)
  })
})
