import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { solveSchema } from '@/lib/compare/testing/solveSchema'
import { payloadFormats } from '@/lib/schema/formats/payloadFormats'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { codePointLength } from '@/lib/schema/values'

const text = { type: 'string' }

describe('a text that fits', () => {
  it.each<[JsonObject, string]>([
    // one that people can read, where it does
    [text, 'example'],
    [{ ...text, not: { const: 'example' } }, 'a'],
    [{ ...text, maxLength: 3 }, 'a'],
    [{ ...text, maxLength: 3, not: { const: 'a' } }, ''],
    [{ ...text, minLength: 9, maxLength: 9 }, 'example 2'],
    [{ ...text, maxLength: 0 }, ''],
    [{ ...text, pattern: '^b$' }, 'b'],
    [{ ...text, pattern: '^(?:foo|bar)$', not: { pattern: '^f' } }, 'bar'],
    [{ ...text, pattern: '^a+$', minLength: 3, maxLength: 3 }, 'aaa'],
    [{ ...text, pattern: '^[ab]$', not: { const: 'a' } }, 'b'],
    [{ ...text, allOf: [{ pattern: '^x' }, { pattern: 'y$' }], maxLength: 2 }, 'xy'],
    [{ ...text, format: 'date' }, '2030-01-01'],
  ])('%j: %j', (schema, expected) => {
    expect(solveSchema(schema)).toEqual({ kind: 'value', value: expected })
  })

  it.each<JsonObject>([
    { ...text, minLength: 500 },
    { ...text, pattern: '^[0-9a-f]{40}$' },
    { ...text, not: { pattern: '[a-z]' }, minLength: 2 },
    { ...text, not: { anyOf: [{ pattern: 'a' }, { pattern: 'e' }, { maxLength: 3 }] } },
    { ...text, pattern: '^[^\\x00-\\x7f]{2}$' },
    { ...text, format: 'date', not: { enum: ['2030-01-01'] } },
    { ...text, format: 'uri', pattern: '^s3://', minLength: 12 },
    { ...text, not: { format: 'uri' }, pattern: ':', minLength: 1 },
    { ...text, format: 'uuid', pattern: '^ffff' },
    { ...text, format: 'ipv4', pattern: '^10\\.' },
    { ...text, format: 'hostname', minLength: 30 },
    { ...text, format: 'date-time', not: { pattern: 'Z$' } },
  ])('%j is found', (schema) => {
    const found = solveSchema(schema)
    expect(found.kind).toBe('value')
    if (found.kind === 'value') expect(compilePayloadValidator(schema)(found.value)).toEqual([])
  })

  it.each([...payloadFormats.keys()])('is found of the format %s, and of all texts that are not', (format) => {
    const [inside, outside] = [solveSchema({ ...text, format }), solveSchema({ ...text, not: { format } })]
    const test = (value: unknown) => payloadFormats.get(format)?.test(String(value))
    expect([inside.kind, inside.kind === 'value' && test(inside.value)]).toEqual(['value', true])
    expect([outside.kind, outside.kind === 'value' && test(outside.value)]).toEqual(['value', false])
  })

  it('is counted in code points', () => {
    const found = solveSchema({ ...text, pattern: '^\\x{1f600}*$', minLength: 3 })
    expect(found.kind === 'value' && codePointLength(String(found.value))).toBe(3)
  })
})

describe('where no text fits, that is known', () => {
  it.each<JsonObject>([
    { ...text, minLength: 2, maxLength: 1 },
    { ...text, pattern: '^a{3}$', maxLength: 2 },
    { ...text, pattern: '^a', not: { pattern: 'a' } },
    { ...text, pattern: '^[ab]$', not: { enum: ['a', 'b'] } },
    { ...text, allOf: [{ pattern: '^[0-9]+$' }, { pattern: '[a-z]' }] },
    { ...text, maxLength: 0, not: { const: '' } },
    { ...text, format: 'date', maxLength: 9 },
    { ...text, allOf: [{ format: 'ipv6' }, { format: 'hostname' }] },
    { ...text, format: 'uuid', pattern: '[A-Z]' },
    { ...text, pattern: '^(aa)*$', minLength: 3, maxLength: 3 },
  ])('%j', (schema) => {
    expect(solveSchema(schema)).toEqual({ kind: 'empty' })
  })
})

describe('nothing is known', () => {
  it.each<JsonObject>([
    { ...text, pattern: '^\\pN+$', not: { pattern: '\\pN' } },
    { ...text, format: 'email', not: { pattern: '^[^@]+@[^@]+$' }, pattern: '^[a-z@]{5}$' },
  ])('of %j', (schema) => {
    expect(solveSchema(schema)).toMatchObject({
      kind: 'unknown',
      reason: 'no text was found, and none can be ruled out',
    })
  })

  it('once the time is up', () => {
    expect(solveSchema({ ...text, pattern: '^x{50}$' }, () => true)).toEqual({
      kind: 'unknown',
      place: '',
      reason: 'the time was up',
    })
  })
})
