import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { describeRelations } from '@/lib/compare/testing/describeRelations'

const text = { type: 'string' }
const noText = { not: text }

describeRelations('lengths, in code points', [
  [{ minLength: 2 }, '<', { minLength: 1 }, '😀'],
  [{ maxLength: 1 }, '<', { maxLength: 2 }, '😀😀'],
  [{ minLength: 0 }, '=', {}],
  [{ minLength: 1 }, '>', { minLength: 1, maxLength: 3 }, 'aaaa'],
  [{ maxLength: 3 }, '|', { minLength: 2 }, 'a', 'aaaa'],
  [{ ...text, maxLength: 0 }, '=', { const: '' }, 'a'],
  [{ minLength: 3, maxLength: 2 }, '=', noText, 'aaa'],
  [{ const: '😀' }, '<', { ...text, maxLength: 1 }, 'a'],
  [{ const: 'e\u0301' }, '|', { ...text, maxLength: 1 }, 'e\u0301', 'a'],
  [{ not: { minLength: 1 } }, '=', { const: '' }, 'a'],
  [{ not: { maxLength: 2 } }, '=', { ...text, minLength: 3 }, 'aa'],
  [{ anyOf: [{ maxLength: 1 }, { minLength: 2 }] }, '=', {}],
  [{ anyOf: [{ maxLength: 1 }, { minLength: 3 }] }, '<', {}, 'aa'],
  [{ oneOf: [{ maxLength: 2 }, { minLength: 2 }] }, '=', { ...text, not: { minLength: 2, maxLength: 2 } }, 'aa'],
  [{ maxLength: 60000 }, '<', { maxLength: 70000 }, 'a'.repeat(65000)],
])

describeRelations('anchors', [
  [{ pattern: '' }, '=', {}],
  [{ pattern: 'a' }, '>', { pattern: '^a' }, 'ba'],
  [{ pattern: '^a$' }, '<', { pattern: '^a' }, 'ab'],
  [{ pattern: '^a' }, '|', { pattern: 'a$' }, 'ab', 'ba'],
  [{ ...text, pattern: '^$' }, '=', { const: '' }, 'a'],
  // the end is the very end, not before a last line feed
  [{ ...text, pattern: '^a$' }, '=', { const: 'a' }, 'a\n'],
  // what is anchored are the alternatives, not the whole
  [{ pattern: '^a|b$' }, '>', { pattern: '^(a|b)$' }, 'ab'],
  [{ pattern: '^(?:ab|cd)$' }, '=', { pattern: '^ab$|^cd$' }, 'abcd'],
  [{ pattern: 'a^b' }, '=', noText, 'ab'],
  [{ pattern: '$a' }, '=', { pattern: 'b^' }, 'a'],
])

describeRelations('characters and classes', [
  [{ pattern: '^.$' }, '|', { pattern: '^[^x]$' }, 'x', '\n'],
  [{ pattern: '^\\r$' }, '<', { pattern: '^.$' }, 'a'],
  [{ ...text, pattern: '^.{2}$' }, '=', { ...text, minLength: 2, maxLength: 2, pattern: '^[^\\n]*$' }, '😀'],
  [{ ...text, pattern: '^\\s$' }, '=', { enum: ['\t', '\n', '\f', '\r', ' '] }, '\v'],
  [{ pattern: '^\\s$' }, '=', { pattern: '^[\\t\\n\\f\\r ]$' }, '\u00a0'],
  [{ ...text, pattern: '^\\d$' }, '=', { enum: [...'0123456789'] }, '٣'],
  [{ pattern: '^\\w$' }, '=', { pattern: '^[A-Za-z0-9_]$' }, 'é'],
  [{ pattern: '^\\D$' }, '=', { pattern: '^[^0-9]$' }, '7'],
  [{ pattern: '^[\\d\\s]$' }, '<', { pattern: '^[\\w\\s]$' }, 'a'],
  [{ pattern: '^[a-c]$' }, '<', { pattern: '^[a-d]$' }, 'd'],
  [{ pattern: '^[^a-c]$' }, '>', { pattern: '^[^a-d]$' }, 'd'],
  [{ ...text, pattern: '^[\\]\\-]$' }, '=', { enum: [']', '-'] }, '\\'],
  [{ ...text, pattern: '^[a\\-z]$' }, '=', { enum: ['a', '-', 'z'] }, 'b'],
  [{ pattern: '\\.' }, '|', { pattern: '^a' }, '.', 'a'],
  [{ ...text, pattern: '^\\u00e9$' }, '=', { const: 'é' }, 'e'],
  [{ ...text, pattern: '^\\ud83d\\ude00$' }, '=', { const: '😀' }, 'a'],
  [{ ...text, pattern: '^\\x{1f600}$' }, '=', { const: '😀' }, 'a'],
])

describeRelations('repetition and alternatives', [
  [{ pattern: '^a{2,4}$' }, '<', { pattern: '^a{2,}$' }, 'aaaaa'],
  [{ pattern: '^a{3}$' }, '=', { pattern: '^aaa$' }, 'aa'],
  [{ pattern: '^(ab)+$' }, '<', { pattern: '^[ab]*$' }, ''],
  [{ pattern: '^a+$' }, '=', { pattern: '^aa*$' }, ''],
  [{ pattern: '^a?$' }, '=', { pattern: '^(|a)$' }, 'aa'],
  [{ pattern: '^(a*)*$' }, '=', { pattern: '^a*$' }, 'b'],
  // a lazy repetition stops elsewhere, and matches the same texts
  [{ pattern: '^a*?b$' }, '=', { pattern: '^a*b$' }, 'a'],
  [{ pattern: '^(a|b)$' }, '=', { pattern: '^[ab]$' }, 'c'],
  [{ pattern: '^(?P<name>a)b$' }, '=', { pattern: '^ab$' }, 'a'],
  [{ pattern: '^(a|ab)(c|bcd)$' }, '=', { pattern: '^(ac|abcd|abc|abbcd)$' }, 'abbc'],
  [{ pattern: '^(aa)*$' }, '|', { pattern: '^(aaa)*$' }, 'aa', 'aaa'],
  [{ pattern: '^(aa|aaa)*$' }, '=', { pattern: '^(a{2,})?$' }, 'a'],
])

describeRelations('patterns beside other keywords', [
  [{ allOf: [{ pattern: '^a' }, { pattern: 'b$' }] }, '>', { pattern: '^a.*b$' }, 'a\nb'],
  [{ allOf: [{ pattern: '^a' }, { pattern: 'b$' }] }, '=', { pattern: '^a(.|\\n)*b$' }, 'ab\n'],
  [{ ...text, not: { pattern: '^a' } }, '=', { ...text, pattern: '^([^a]|$)' }, 'a'],
  [{ anyOf: [{ pattern: '^a' }, { pattern: '^b' }] }, '=', { pattern: '^[ab]' }, 'c'],
  [{ ...text, pattern: '^a+$', maxLength: 2 }, '=', { enum: ['a', 'aa'] }, 'aaa'],
  [{ pattern: '^a{3}$', maxLength: 2 }, '=', noText, 'aaa'],
  [{ pattern: '^[0-9]+$', minLength: 2 }, '=', { pattern: '^[0-9]{2,}$' }, '1'],
  [{ pattern: '^[a-z]{1,3}$', not: { enum: ['a'] } }, '<', { pattern: '^[a-z]{1,3}$' }, 'a'],
  [{ ...text, pattern: '^(a|b)$', not: { const: 'a' } }, '=', { const: 'b' }, 'a'],
  [{ enum: ['a1', 'b', 'c2'], pattern: '[0-9]' }, '=', { enum: ['a1', 'c2'] }, 'b'],
  [{ minLength: 1 }, '=', { pattern: '.|\\n' }, ''],
  [{ pattern: '^[a-z]' }, '<', { minLength: 1 }, '1'],
])

describeRelations('formats', [
  [{ format: 'date' }, '<', {}, 'x'],
  [{ format: 'date' }, '<', { minLength: 10, maxLength: 10 }, '2030-02-30'],
  [{ format: 'date' }, '|', { format: 'time' }, '2030-01-31', '12:00:00Z'],
  [{ format: 'ipv4' }, '|', { format: 'ipv6' }, '1.2.3.4', '::1'],
  // an hour of one digit is one that the workers take
  [{ format: 'date-time' }, '<', { minLength: 19 }, 'x'.repeat(19)],
  [{ ...text, format: 'uuid', maxLength: 35 }, '=', false, 'x'],
  [{ format: 'uuid' }, '<', { minLength: 36, maxLength: 36 }, 'x'.repeat(36)],
  [{ format: 'email' }, '<', { pattern: '@' }, '@'],
  [{ format: 'hostname' }, '<', { minLength: 1 }, '-'],
  [{ format: 'json-pointer' }, '<', { pattern: '^(/|$)' }, '/~'],
  [{ format: 'uri' }, '<', { pattern: ':' }, ':'],
  [{ ...text, not: { format: 'date' } }, '<', text, '2030-01-31'],
  [{ anyOf: [{ format: 'date' }, { not: { format: 'date' } }] }, '=', {}],
  [{ format: 'date', enum: ['2030-01-31', '2030-02-30'] }, '=', { const: '2030-01-31' }, '2030-02-30'],
  [{ allOf: [{ format: 'date' }, { format: 'time' }] }, '=', noText, '2030-01-31'],
])

describe('what cannot be told', () => {
  it.each<[old: JsonValue, next: JsonValue, place: string, reason: string]>([
    [{ pattern: '(?i)^a$' }, { pattern: '^[aA]$' }, '', 'no text was found'],
    [{ pattern: '^\\bab\\b$' }, { pattern: '^ab$' }, '', 'no text was found'],
    [{ pattern: '^a(?=b)' }, { pattern: '^ab' }, '', 'no text was found'],
    [{ pattern: '^(a)\\1$' }, { pattern: '^aa$' }, '', 'no text was found'],
    [{}, { pattern: 5 }, '/pattern', 'the pattern is not a text'],
    [{}, { format: 'colour' }, '/format', 'the format "colour" is not known'],
    [{}, { maxLength: 1.5 }, '/maxLength', 'the bound is not a whole number'],
    [{}, { minLength: -1 }, '/minLength', 'the bound is not a whole number'],
  ])('%j, %j', (old, next, place, reason) => {
    expect(compareSchemas(old, next).forward).toEqual({
      verdict: 'undecided',
      place,
      reason: expect.stringContaining(reason),
    })
  })

  it('does not hide a break for all texts', () => {
    const old = { type: 'string', pattern: '(?i)^a$' }
    expect(compareSchemas(old, { type: 'number' }).forward).toMatchObject({ verdict: 'refuted', witness: 'a' })
    expect(compareSchemas(old, { ...old, maxLength: 0 }).forward).toMatchObject({ verdict: 'refuted' })
  })
})

describe('a format that is not known', () => {
  const unknown = { format: 'colour' }

  it('lets pass where it stays or goes, for no validator refuses for its sake', () => {
    expect(compareSchemas(unknown, {}).forward.verdict).toBe('proved')
    expect(compareSchemas(unknown, { ...unknown, maxLength: 3 }).forward).toMatchObject({ verdict: 'refuted' })
    expect(compareSchemas(unknown, { format: 'colors' }).forward).toMatchObject({ verdict: 'undecided' })
  })

  it('says nothing of what is no text', () => {
    expect(compareSchemas({ type: 'number' }, { type: 'number', ...unknown }).forward.verdict).toBe('proved')
  })
})
