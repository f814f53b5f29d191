import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { translateFormat } from '@/lib/schema/formats/translateFormat'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { draft4View } from './translateDraft4'

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
    ['a fraction without seconds', { format: 'date-time' }, ['0:00:.5', '2030-01-31T12:00:,5Z'], ['0:00:', '0:00:.']],
    ['an address as Go reads it', { format: 'uri' }, ['https://example.com/a', 'https://example.com/a\\b'], ['/a']],
    [
      'one pattern for an e-mail address',
      { format: 'email' },
      ['a@b.cc', 'a@b_c.d', 'a@b.c.', '"x"@c.d'],
      ['A <a@b.cc>', 'a@b', 'a@b.c1', 'a@b.1c', '"a b"@c.d'],
    ],
    [
      'a UUID for a regular expression, by mistake',
      { format: 'regex' },
      ['123e4567-e89b-12d3-a456-426614174000'],
      ['^a$', '123E4567-E89B-12D3-A456-426614174000'],
    ],
    [
      'long groups of an IPv6 address',
      { format: 'ipv6' },
      ['::', '::1', '00000::1', '1:2:3:4:5:6:7:8', '1::8', '::1.2.3.4', '1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:7::'],
      ['1', '1:2', '10000::', '1::2::3', '1:2:3:4:5:6:7:8:9', '::01.2.3.4', '1:2:3:4:5:6:7:1.2.3.4', 'g::'],
    ],
    ['a pattern beside it counts as well', { format: 'email', pattern: '^a' }, ['a@b.cc'], ['b@b.cc', 'a@b']],
    [
      'alternatives beside it count as well',
      { format: 'date-time', anyOf: [{ maxLength: 10 }] },
      ['2030-01-31'],
      ['2030-01-31T12:00:00Z', 'a'],
    ],
    [
      'parts beside it stay',
      { format: 'email', pattern: 'a', allOf: [{ maxLength: 6 }] },
      ['a@b.cc'],
      ['aa@b.cc', 'b@b.cc', 'aaa'],
    ],
  ])('%s', (_, schema, accepted, refused) => {
    const { accepts } = compilePayloadValidator(translateFormat(schema))
    expect(accepted.filter((text) => !accepts(text))).toEqual([])
    expect(refused.filter((text) => accepts(text))).toEqual([])
    expect(accepts(5)).toBe(true)
  })

  it('leaves other formats as they are', () => {
    const schema: JsonObject = { format: 'uri', pattern: 'a' }
    expect(translateFormat(schema)).toBe(schema)
  })
})
