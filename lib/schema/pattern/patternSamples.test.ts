import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePattern } from './compilePattern'
import { parsePattern, patternSamples, pickCharacters } from './patternSamples'

function first(source: string): string | undefined {
  for (const text of patternSamples(source)) return text
  return undefined
}

describe('patternSamples', () => {
  it.each([
    ['^[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$', 'abcdefghQjelmnopqrstuw'],
    ['^[a-f0-9]{64}$', 'abcdef0123456789'.repeat(4)],
    ['^[0-9a-f][26ae](:[0-9a-f]{2}){5}$', 'ae:cd:ef:01:23:45'],
    ['^[\\x20-.0-\\x7e][\\x20-\\x7e]*/$', 'ab/'],
    ['^(?:/[^/\\x00\\\\:*"<>|]+)+/$', '/ab/cd/'],
    ['^.*[^/]$', 'ab'],
    ['^(foo|bar)$', 'foo'],
    ['(?i)^ABC$', 'ABC'],
    ['(?i:a)b', 'ab'],
    ['^\\d{3}-\\D$', '012-d'],
    ['^[[:upper:]]{2}$', 'AB'],
    ['^[]a]$', 'a'],
    ['^[^]a]$', 'b'],
    ['^\\p{Greek}$', 'Ω'],
    ['^\\pN$', '0'],
    ['^\\u00e9\\x{1F600}\\x41\\101$', 'é😀AA'],
    ['^\\Qa.b\\E$', 'a.b'],
    ['^a{2,}$', 'aaa'],
    ['^(?P<year>2030)$', '2030'],
    ['^a|b$', 'a'],
    ['^$', ''],
    ['', ''],
    ['a{1000}', 'a'.repeat(1000)],
    ['^[\\x{4e00}-\\x{4e10}]$', '一'],
    ['^[\u{1F601}]$', '\u{1F601}'],
    ['^\\t\\n\\\\\\.$', '\t\n\\.'],
    ['x{2', 'x{2'],
  ])('%s gives %j', (source, expected) => {
    expect(first(source)).toBe(expected)
  })

  it('gives longer and shorter texts too', () => {
    const lengths = [...patternSamples('^[a-z]{1,255}$')].map((text) => text.length)
    expect(Math.min(...lengths)).toBe(1)
    expect(Math.max(...lengths)).toBe(255)
  })

  it('gives the other alternatives too', () => {
    expect([...patternSamples('^(a|b|c)$')]).toEqual(['a', 'b', 'c'])
  })

  it('gives nothing, and soon, where it finds nothing or very much is asked for', () => {
    expect([...patternSamples('a^b')]).toEqual([])
    expect([...patternSamples('[^\\x00-\\x{10FFFF}]')]).toEqual([])
    expect(first('^(((a*)*)*)*$')).toBeDefined()
    expect([...patternSamples('^((()*)*)*$')]).toEqual([''])
  })

  it('gives only what matches, for any pattern', () => {
    const atoms = fc.constantFrom('a', 'b', '.', '\\d', '[a-c]', '[^a]', '\\x41', '\\w', '\\-', 'é')
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        atoms,
        fc.tuple(tie('pattern'), tie('pattern')).map((parts) => parts.join('')),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
        fc.tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '*?')).map(([a, b]) => `(${a})${b}`),
      ),
    }))
    fc.assert(
      fc.property(pattern, (inner) => {
        const source = `^${inner}$`
        const texts = [...patternSamples(source)]
        expect(texts.length).toBeGreaterThan(0)
        for (const text of texts) expect(compilePattern(source).test(text)).toBe(true)
      }),
    )
  })
})

describe('parsePattern', () => {
  it('reads any text to its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab()[]{}|*+?\\^$.-,1<>P:QE') }), (source) => {
        expect(parsePattern(source).kind).toMatch(/^(?:text|set|sequence|choice|repeat)$/)
      }),
    )
  })
})

describe('pickCharacters', () => {
  it.each([
    ['[a-c9]', ['a', 'b', 'c', '9']],
    ['[A-C_]', ['A', 'B', 'C']],
    ['[-_]', ['_', '-']],
    ['[ !]', [' ', '!']],
    ['[ž]', ['ž']],
    ['\\n', ['\n']],
    ['[^\\x00-\\x{10FFFF}]', []],
  ])('of %s are %j', (source, expected) => {
    expect(pickCharacters(source)).toEqual(expected)
  })
})
