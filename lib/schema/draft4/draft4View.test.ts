import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../base/json'
import { compilePayloadValidator } from '../compilePayloadValidator'
import { draft4View } from './draft4View'
import { translateFormat } from './translateFormat'

describe('draft4View', () => {
  it.each<[string, JsonObject, JsonObject]>([
    [
      'keeps what draft-04 knows',
      { type: 'string', maxLength: 5, title: 'a' },
      { type: 'string', maxLength: 5, title: 'a' },
    ],
    [
      'leaves out what came later',
      { const: 1, contains: {}, propertyNames: {}, if: {}, examples: [1], minimum: 1 },
      { minimum: 1 },
    ],
    ['leaves out what it does not know', { id: 'a', $id: 'b', nullable: true, constructor: 1 }, {}],
    [
      'reads a reference alone',
      { $ref: '#/definitions/a', type: 'string', definitions: { a: {} } },
      { $ref: '#/definitions/a' },
    ],
    ['takes a $ref that is no text for none', { $ref: {}, type: 'string' }, { type: 'string' }],
    [
      'leaves out lists that check nothing there',
      { items: [], anyOf: [], allOf: [], required: [], type: 'array' },
      { type: 'array' },
    ],
    ['leaves out what stands beside an empty tuple', { items: [], additionalItems: false }, {}],
    [
      'keeps what stands beside another one',
      { items: [{}], additionalItems: false },
      { items: [{}], additionalItems: false },
    ],
    ['keeps an empty list that is a default', { default: [], type: 'array' }, { default: [], type: 'array' }],
  ])('%s', (_, schema, expected) => {
    expect(draft4View(schema)).toEqual(expected)
  })
})

describe('translateFormat', () => {
  it.each<[string, JsonObject, string[], string[]]>([
    [
      'a time, a date, or both',
      { format: 'date-time' },
      ['2030-01-31T12:00:00Z', '2030-01-31', '12:00:00', '9:30:00', '12:00:00Z'],
      ['2030-02-30', '24:00:00', '12:00', 'noon'],
    ],
    ['no backslash in an address', { format: 'uri' }, ['https://example.com/a'], ['https://example.com/a\\b', '/a']],
    [
      'a pattern beside it counts as well',
      { format: 'uri', pattern: '^https:' },
      ['https://example.com/'],
      ['http://example.com/', 'https://example.com/\\'],
    ],
    [
      'alternatives beside it count as well',
      { format: 'date-time', anyOf: [{ maxLength: 10 }] },
      ['2030-01-31'],
      ['2030-01-31T12:00:00Z', 'a'],
    ],
    [
      'parts beside it stay',
      { format: 'uri', pattern: 'a', allOf: [{ maxLength: 4 }] },
      ['b:a'],
      ['b:aaa', 'b:b', 'b:a\\'],
    ],
  ])('%s', (_, schema, accepted, refused) => {
    const { accepts } = compilePayloadValidator(translateFormat(schema))
    expect(accepted.filter((text) => !accepts(text))).toEqual([])
    expect(refused.filter((text) => accepts(text))).toEqual([])
    expect(accepts(5)).toBe(true)
  })

  it('leaves other formats as they are', () => {
    const schema: JsonObject = { format: 'email', pattern: 'a' }
    expect(translateFormat(schema)).toBe(schema)
  })
})
