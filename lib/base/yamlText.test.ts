import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { equalJson, type JsonValue } from './json'
import { yamlText } from './yamlText'

const tricky = fc.constantFrom(
  'y',
  'on',
  'No',
  '<<',
  '1:20',
  '0777',
  '2020-01-01',
  '~',
  '',
  '=',
  'a: b',
  '#',
  '- a',
  '__proto__',
)
const text = fc.oneof(
  tricky,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', '#', '-', ':', '\t') }),
)
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(2 ** 63, -(2 ** 64), 1e20),
)
const { value: json } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    number,
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
}))

describe('yamlText', () => {
  it('means the same to YAML 1.1 and YAML 1.2', () => {
    fc.assert(
      fc.property(json, (value) => {
        const written = yamlText(value, 'a comment\nof two lines')
        for (const version of ['1.1', '1.2'] as const) {
          expect(equalJson(parse(written, { version }), value), written).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('quotes keys that YAML 1.1 reads as something else', () => {
    expect(yamlText({ on: 1, '<<': 2, y: 3, plain: 4 })).toBe('"on": 1\n"<<": 2\n"y": 3\nplain: 4\n')
  })

  it('writes lines of text as a block', () => {
    expect(yamlText({ key: '-----BEGIN-----\n\nabc\n-----END-----\n' })).toBe(
      'key: |\n  -----BEGIN-----\n\n  abc\n  -----END-----\n',
    )
  })

  it.each([
    ['a first line that is indented', ' a\nb\n'],
    ['a last line without a line break', 'a\nb'],
    ['white space at the end of a line', 'a \nb\n'],
    ['empty lines at the end', 'a\n\n'],
  ])('quotes text with %s', (_what, value) => {
    expect(yamlText({ key: value })).toBe(`key: ${JSON.stringify(value)}\n`)
  })

  it('writes numbers beyond 64 bits with an exponent, which no reader takes for an integer', () => {
    expect(yamlText([2 ** 63, 2 ** 62, 1e300, 0.5, -7])).toBe(
      '- 9.223372036854776e+18\n- 4611686018427388000\n- 1.0e+300\n- 0.5\n- -7\n',
    )
  })

  it('repeats a value that occurs twice', () => {
    const shared = { a: 1 }
    expect(yamlText({ x: shared, y1: shared })).toBe('x:\n  a: 1\ny1:\n  a: 1\n')
  })
})
