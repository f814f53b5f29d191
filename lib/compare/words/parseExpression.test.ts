import { describe, expect, it } from 'vitest'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import { allChars, type CharSet, complement } from './charSet'
import { type Expression, parseExpression } from './parseExpression'

/** An expression in a short notation: sets as the ranges of their characters, `{}` for a repetition. */
function short(expression: Expression): string {
  switch (expression.kind) {
    case 'chars':
      return `[${setText(expression.set)}]`
    case 'begin':
    case 'end':
      return `<${expression.kind}>`
    case 'sequence':
      return expression.parts.map(short).join('')
    case 'choice':
      return `(${expression.parts.map(short).join('|')})`
    case 'repeat':
      return `${short(expression.part)}{${expression.min},${expression.max}}`
  }
}

function setText(set: CharSet): string {
  return set.map(([low, high]) => (low === high ? hex(low) : `${hex(low)}-${hex(high)}`)).join(' ')
}

function hex(char: number): string {
  return char > 0x20 && char < 0x7f ? String.fromCharCode(char) : char.toString(16)
}

const word = '0-9 A-Z _ a-z'
const space = '9-a c-d 20'

describe('parseExpression', () => {
  it.each([
    ['', ''],
    ['ab', '[a][b]'],
    ['^a$', '<begin>[a]<end>'],
    ['\\Aa\\z', '<begin>[a]<end>'],
    ['a|b|', '([a]|[b]|)'],
    ['(a|b)c', '([a]|[b])[c]'],
    ['(?:a)', '[a]'],
    ['(?P<name>a)', '[a]'],
    ['(?<name>a)', '[a]'],
    ['a*b+c?', '[a]{0,Infinity}[b]{1,Infinity}[c]{0,1}'],
    ['a*?b+?c??', '[a]{0,Infinity}[b]{1,Infinity}[c]{0,1}'],
    ['a{2}', '[a]{2,2}'],
    ['a{2,}', '[a]{2,Infinity}'],
    ['a{2,5}?', '[a]{2,5}'],
    // braces that bound nothing are texts
    ['a{,5}', '[a][{][,][5][}]'],
    ['a{x}', '[a][{][x][}]'],
    ['x{2', '[x][{][2]'],
    ['(ab){2}', '[a][b]{2,2}'],
    ['😀', '[1f600]'],
    ['\\n\\t\\r\\f\\v\\a', '[a][9][d][c][b][7]'],
    ['\\x41\\x{1F600}', '[A][1f600]'],
    ['\\u0041\\ud83d\\ude00\\u{e9}', '[A][1f600][e9]'],
    ['\\.\\/\\-\\$', '[.][/][-][$]'],
    ['\\d\\w\\s', `[0-9][${word}][${space}]`],
    ['[\\d\\s]', `[${space} 0-9]`],
    ['[a-cx]', '[a-c x]'],
    ['[]a]', '[] a]'],
    [
      '[^]a]',
      `[${setText(
        complement([
          [0x5d, 0x5d],
          [0x61, 0x61],
        ]),
      )}]`,
    ],
    ['[a-]', '[- a]'],
    ['[-a]', '[- a]'],
    ['[\\]\\\\]', '[\\-]]'],
    ['[\\x20-\\x7e]', '[20-~]'],
    ['[.$^]', '[$ . ^]'],
    ['[^\\S]', `[${space}]`],
    ['[^\\x00-\\x{10FFFF}]', '[]'],
  ])('%s is %s', (source, expected) => {
    const found = parseExpression(source)
    expect(found === undefined ? undefined : short(found)).toBe(expected)
    // what is read here, RE2 reads as well
    expect(() => compilePattern(source)).not.toThrow()
  })

  it('reads any character but a line feed from a dot', () => {
    const found = parseExpression('.')
    expect(found).toEqual({ kind: 'sequence', parts: [{ kind: 'chars', set: complement([[10, 10]]) }] })
    expect(parseExpression('[^\\n]')).toEqual(found)
    expect(parseExpression('[\\s\\S]')).toMatchObject({ parts: [{ set: allChars }] })
  })

  it.each([
    ['flags', '(?i)a'],
    ['flags of a group', '(?s:.)'],
    ['word boundaries', '\\ba'],
    ['no word boundaries', 'a\\B'],
    ['Unicode classes', '\\p{Greek}'],
    ['their opposite', '\\PL'],
    ['POSIX classes', '[[:alpha:]]'],
    ['quoted text', '\\Qa.b\\E'],
    ['bytes', '\\C'],
    ['octal numbers', '\\101'],
    ['many repetitions', 'a{1001}'],
    ['a class in a range', '[a-\\d]'],
    ['what is never closed', '[a'],
    ['a group that is never closed', '(a'],
    ['a bracket too many', 'a)b'],
    ['an escape of nothing', 'a\\'],
    ['a range that runs backwards', '[z-a]'],
  ])('does not guess at %s: %s', (_, source) => {
    expect(parseExpression(source)).toBeUndefined()
  })

  it('is not put off by an escaped backslash before a letter', () => {
    expect(parseExpression('\\\\b')).toBeDefined()
    expect(parseExpression('\\\\\\b')).toBeUndefined()
  })
})
