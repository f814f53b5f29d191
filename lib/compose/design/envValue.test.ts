import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { envValue } from './applySamples'

const read: [type: string | undefined, text: string, value: JsonValue][] = [
  [undefined, 'a b', 'a b'],
  ['string', '', ''],
  ['number', '7200', 7200],
  ['number', '-1.5e3', -1500],
  ['number', '.5', 0.5],
  ['bool', 'TRUE', true],
  ['bool', '1', false],
  ['bool', '', false],
  ['list', 'a b', ['a', 'b']],
  ['list', '', ['']],
  ['list', 'a  b', ['a', '', 'b']],
  ['json', '{"a":[1]}', { a: [1] }],
]

const refused: [type: JsonValue, text: string, code: string][] = [
  ['number', '', 'reference-value-invalid'],
  ['number', ' 1', 'reference-value-invalid'],
  ['number', '1 GB', 'reference-value-invalid'],
  ['number', '0x10', 'reference-value-invalid'],
  ['number', '1e999', 'reference-value-invalid'],
  ['json', '{', 'reference-value-invalid'],
  ['integer', '1', 'reference-invalid'],
  [5, '1', 'reference-invalid'],
]

describe('envValue', () => {
  it.each(read)('reads as %s: %s', (type, text, value) => {
    const reference: JsonObject = type === undefined ? { $env: 'X' } : { $env: 'X', type }
    expect(envValue(reference, text, 'a')).toEqual({ ok: true, value, problems: [] })
  })

  it.each(refused)('refuses as %s: %s', (type, text, code) => {
    expect(envValue({ $env: 'X', type }, text, 'a.b').problems).toMatchObject([{ code, path: 'a.b' }])
  })
})
