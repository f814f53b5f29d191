import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { yamlString } from './yamlText'

describe('yamlString', () => {
  it.each([
    ['docker'],
    ['/mnt/worker-storage'],
    ['https://tc.example.com/api/queue/v1'],
    ['public/logs/live.log'],
    ['a plain sentence'],
  ])('leaves %j as it is', (text) => {
    expect(yamlString(text)).toBe(text)
  })

  it.each(
    [
      'yes',
      'No',
      'ON',
      'off',
      'y',
      'N',
      'TRUE',
      'null',
      'Null',
      '~',
      '',
      '.nan',
      '.5',
      '1e3',
      'E0',
      'E0',
      '0777',
      '0o17',
      '0x1F',
      '0b1',
      '1_000',
    ]
      .concat([
        '190:20:30',
        '1:20',
        '2020-01-01',
        '2001-12-14t21:59:43.10-05:00',
        '+1',
        '-',
        '<<',
        '=',
        '4 hours',
        '[a]',
        '{a}',
      ])
      .concat([
        '#a',
        'a #b',
        'a: b',
        'a:',
        '&a',
        '*a',
        '!a',
        '|',
        '>',
        '%a',
        '@a',
        '`a',
        "'a'",
        ' a',
        'a ',
        '---',
        '...',
        '? a',
        '- a',
      ]),
  )('quotes %j', (text) => {
    expect(yamlString(text)).toBe(JSON.stringify(text))
  })

  it.each([
    ['a\u0085b', '"a\\x85b"'],
    ['\u2028', '"\\u2028"'],
    ['\ufeff', '"\\uFEFF"'],
    ['\u202e', '"\\u202E"'],
    ['\u{e0001}', '"\\U000E0001"'],
    ['\0\n\r\t', '"\\x00\\n\\r\\t"'],
    ['\ud800', '"\\uFFFD"'],
    ['é 日本 😀', '"é 日本 😀"'],
  ])('escapes what nobody would see in %j', (text, written) => {
    expect(yamlString(text)).toBe(written)
  })

  it('reads back as the same string in both versions of YAML', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789abeEfnoxyNO.:_+-~ #<=/\n\t"\'\\') }),
    )
    fc.assert(
      fc.property(text, (value) => {
        expect(parse(yamlString(value), { version: '1.1' })).toBe(value)
        expect(parse(yamlString(value), { version: '1.2' })).toBe(value)
      }),
      { numRuns: 500 },
    )
  })
})
