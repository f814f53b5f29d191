import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePattern } from './compilePattern'

describe('compilePattern', () => {
  it.each<[string, string, boolean]>([
    // the dot excludes a line feed alone
    ['^.$', '\n', false],
    ['^.$', '\r', true],
    ['^.$', '\u2028', true],
    ['^.$', '\u2029', true],
    ['^.$', '😀', true],
    ['^.*[^/]$', 'a\r/b', true],
    // white space is what RE2 calls so
    ['^\\s$', ' ', true],
    ['^\\s$', '\t', true],
    ['^\\s$', '\f', true],
    ['^\\s$', '\v', false],
    ['^\\s$', '\u00a0', false],
    ['^\\s$', '\ufeff', false],
    ['^\\S$', '\u00a0', true],
    // the end is the very end
    ['^a$', 'a\n', false],
    ['^a\\z', 'a', true],
    // classes are ASCII
    ['^\\w$', 'ž', false],
    ['^\\d$', '٣', false],
    ['\\bž', ' ž', false],
    // escaped punctuation, as ECMAScript patterns have it
    ['^\\/\\-\\_\\@$', '/-_@', true],
    // ECMAScript's escapes by number
    ['^\\u00e9$', 'é', true],
    ['^\\u{1F600}$', '😀', true],
    ['^\\uD83D\\uDE00$', '😀', true],
    ['^[\\uD83D\\uDE00-\\uD83D\\uDE02]$', '😁', true],
    ['^\\\\u0041$', '\\u0041', true],
    ['^\\\\\\u0041$', '\\A', true],
    ['^\\Q\\u0041\\E$', '\\u0041', true],
    // no anchors are implied
    ['b', 'abc', true],
    ['^$', '', true],
    ['^[\\x20-\\x7e]{1,255}$', 'a'.repeat(255), true],
    ['^[\\x20-\\x7e]{1,255}$', 'a'.repeat(256), false],
    ['x{2', 'x{2', true],
    ['^a{,2}$', 'a{,2}', true],
    ['(?i)k', 'K', true],
  ])('%j on %j is %s', (source, text, expected) => {
    expect(compilePattern(source).test(text)).toBe(expected)
  })

  it('compiles a pattern once', () => {
    expect(compilePattern('a')).toBe(compilePattern('a'))
  })

  it('keeps a bounded number of patterns', () => {
    const first = compilePattern('^first-of-many$')
    for (let i = 0; i < 2001; i++) compilePattern(`^filler-${i}$`)
    expect(compilePattern('^first-of-many$')).not.toBe(first)
    expect(compilePattern('^filler-2000$').test('filler-2000')).toBe(true)
  })

  it('throws for what RE2 cannot run', () => {
    expect(() => compilePattern('a(?=b)')).toThrow()
  })

  it('answers in linear time where backtracking would not end', () => {
    expect(compilePattern('^(a+)+$').test(`${'a'.repeat(5000)}!`)).toBe(false)
  })

  it('agrees with ECMAScript where the two mean the same', () => {
    const sources = ['^[A-Za-z0-9_-]{1,22}$', '^(?:ab|c)*d?$', '^[^/]+/[0-9]{2,4}$', 'a.c|^b']
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.string({ unit: fc.constantFrom(...'abcd/09-_') }), (source, text) => {
        expect(compilePattern(source).test(text)).toBe(new RegExp(source, 'u').test(text))
      }),
    )
  })
})
