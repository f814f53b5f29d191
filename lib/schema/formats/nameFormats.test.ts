import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGoIp } from './nameFormats'
import { draft4Formats, payloadFormats } from './payloadFormats'

const cases: Record<string, { valid: string[]; invalid: string[] }> = {
  email: {
    valid: [
      'a@b',
      'a.b+c@example.com',
      'ž@ž.cz',
      'Barry Gibbs <bg@example.com>',
      '"Barry, G." <bg@example.com>',
      '<bg@example.com>',
      'bg@example.com (a comment)',
      '"a b"@example.com',
      ' a@b ',
      'A. B. <a@b>',
    ],
    invalid: [
      '',
      'a',
      '@b',
      'a@',
      'a@b@c',
      'a..b@c',
      '.a@b',
      'a.@b',
      'a@b.',
      'a b@c',
      '<a@b',
      'a@b>',
      'a@b, c@d',
      '""@b',
      'a@[1.2.3.4]',
      'a@b\n',
    ],
  },
  hostname: {
    valid: ['a', 'a.b', 'A-1.example.com', '1.2.3.4', 'x'.repeat(63), `${'a.'.repeat(127)}a`],
    invalid: ['', '-a', 'a-', 'a..b', 'a.', '.a', 'a_b', 'ž', 'x'.repeat(64), `${'a.'.repeat(128)}a`, 'a\n'],
  },
  ipv4: {
    valid: ['1.2.3.4', '0.0.0.0', '255.255.255.255', '::ffff:1.2.3.4'],
    invalid: [
      '',
      '1.2.3',
      '1.2.3.4.5',
      '256.0.0.1',
      '01.2.3.4',
      '1.2.3.4/8',
      ' 1.2.3.4',
      '::1',
      '1.2.3.4:80',
      '1..2.3',
    ],
  },
  ipv6: {
    valid: [
      '::',
      '::1',
      '1::',
      '1:2:3:4:5:6:7:8',
      'fe80::1',
      '::ffff:1.2.3.4',
      '1:2:3:4:5:6:1.2.3.4',
      'ABCD::',
      '1::8',
    ],
    invalid: [
      '',
      ':',
      ':::',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1::2::3',
      '::g',
      '12345::',
      'fe80::1%en0',
      '[::1]',
      '1.2.3.4::',
      ':1::',
      '1:2:3:4:5:6:7::8',
      '1.2.3.4',
    ],
  },
  uuid: {
    valid: ['01234567-89ab-cdef-0123-456789abcdef', '00000000-0000-0000-0000-000000000000'],
    invalid: [
      '',
      '01234567-89AB-cdef-0123-456789abcdef',
      '0123456789abcdef0123456789abcdef',
      '01234567-89ab-cdef-0123-456789abcdef\n',
    ],
  },
  regex: {
    valid: ['', '^a$', '(?P<n>a)', '\\x{41}', '[[:alpha:]]'],
    invalid: ['(', 'a(?=b)', '(a)\\1', '\\u0041', 'a{1001}'],
  },
  'json-pointer': { valid: ['', '/', '/a/b~0c~1d', '/a//b'], invalid: ['a', '/~', '/~2', '#/a'] },
  'relative-json-pointer': { valid: ['0', '1/a', '0#', '12/~01'], invalid: ['', '/a', '01/a', '-1/a', '0##', 'a'] },
}

describe.each(Object.entries(cases))('format %s', (name, { valid, invalid }) => {
  const format = payloadFormats.get(name)

  it.each(valid)('takes %j', (text) => {
    expect(format?.test(text)).toBe(true)
  })

  it.each(invalid)('refuses %j', (text) => {
    expect(format?.test(text)).toBe(false)
  })
})

describe('the tables of formats', () => {
  it('names the formats that the script engine starts with', () => {
    expect([...draft4Formats]).toEqual(['date-time', 'email', 'hostname', 'ipv4', 'ipv6', 'regex', 'uri', 'uuid'])
  })

  it('knows each of them in payload schemas too', () => {
    for (const name of draft4Formats) expect(payloadFormats.has(name)).toBe(true)
  })

  it('never throws and never hangs', () => {
    const hostile = [
      'a'.repeat(50000),
      '('.repeat(5000),
      `${'"'.repeat(5001)}@`,
      `${'a.'.repeat(20000)}@`,
      ':'.repeat(5000),
    ]
    for (const text of hostile) {
      for (const format of payloadFormats.values()) format.test(text)
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const format of payloadFormats.values()) expect(typeof format.test(text)).toBe('boolean')
      }),
    )
  })

  it('reads the addresses that Node reads, less those with a zone', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ unit: fc.constantFrom(...'0123f:.') })), (text) => {
        expect(isGoIp(text)).toBe(isIP(text) !== 0)
      }),
    )
  })
})
