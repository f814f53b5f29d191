import fc from 'fast-check'
import { RE2JS } from 're2js'
import { describe, expect, it } from 'vitest'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { growth, mostGrowth } from '@/lib/base/testing/growth'
import { plainPattern, translatePattern } from './compilePattern'

const characters = [...' !"#$%&\'()*+,-./0189:;<=>?@AZ[\\]^_`az{|}~\u0000\n\r\u007f\u0080éſK\u2028😀\ud800']
const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'Z',
    '0',
    ' ',
    '-',
    '_',
    '/',
    ':',
    '@',
    '\\.',
    '\\d',
    '\\w',
    '\\x20',
    '\\x7e',
    '\\-',
    '\\/',
    '.',
  ),
  fc
    .array(
      fc.constantFrom(
        'a-z',
        'A-Z',
        '0-9',
        '\\x20-\\x7e',
        '_',
        '-',
        '.',
        '\\-',
        '\\d',
        '\\w',
        '/',
        '^',
        '+',
        '\\]',
        '[',
        'z-a',
        '$',
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => `[${parts.join('')}]`),
)
const count = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,3}', '{2,}', '{0,2}', '{3,2}', '*?', '{,2}')
const source = fc
  .array(fc.tuple(piece, count), { maxLength: 4 })
  .map((parts) => `^${parts.map((each) => each.join('')).join('')}$`)
const text = fc.array(fc.constantFrom(...characters), { maxLength: 6 }).map((all) => all.join(''))

describe('plainPattern', () => {
  it('means what RE2 means, and is none where RE2 has none', () => {
    let plain = 0
    fc.assert(
      fc.property(source, fc.array(text, { minLength: 1, maxLength: 20 }), (pattern, texts) => {
        const found = plainPattern(pattern)
        if (found === undefined) return
        plain++
        const re2 = RE2JS.compile(translatePattern(pattern))
        for (const each of texts) expect(found.regExp.test(each)).toBe(re2.test(each))
      }),
      { numRuns: deepRuns(40_000) },
    )
    expect(plain).toBeGreaterThan(deepRuns(40_000) / 10)
  })

  it.each([
    '^[\\x20-\\x7e]{1,255}$',
    '^[a-zA-Z0-9-_]{1,38}$',
    '^[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$',
    '^[0-9]+$',
    '^$',
    '^worker:cache:[a-z]*$',
  ])('takes %s', (pattern) => expect(plainPattern(pattern)).toBeDefined())

  it.each([
    ...['a', '^a', 'a$', '^a|b$', '^(a)$', '^[^a]$', '^.$', '^\\s$', '^a*b*$', '^a+?$', '^[[:alpha:]]$', '^\\p{L}$'],
    ...[
      '^(?i)a$',
      '^\\bа$',
      '^é$',
      '^a\\$',
      '^[z-a]$',
      '^a{3,2}$',
      `^a*${'b'.repeat(60)}$`,
      `^${'a'.repeat(400)}$`,
      '^[a$',
    ],
  ])('leaves %s to RE2', (pattern) => expect(plainPattern(pattern)).toBeUndefined())

  it.each(['^a*a{50}b$', '^[ab]{1,999}$', '^\\w+\\w{20}!$'])(
    'takes time in proportion to the text with %s',
    (pattern) => {
      const regExp = plainPattern(pattern)?.regExp ?? /never/
      expect(growth((length) => void regExp.test('a'.repeat(length)), 100_000)).toBeLessThan(mostGrowth)
    },
  )
})
