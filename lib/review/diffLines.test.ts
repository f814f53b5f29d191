import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines } from './diffLines'

const shown = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`)

describe('diffLines', () => {
  const cases: [string, string, string, string[]][] = [
    ['nothing', 'a\nb', 'a\nb', [' a', ' b']],
    ['a line more', 'a\nc', 'a\nb\nc', [' a', '+b', ' c']],
    ['a line less', 'a\nb\nc', 'a\nc', [' a', '-b', ' c']],
    ['another line', 'a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['two places', 'a\nb\nc\nd', 'x\nb\nc\ny', ['-a', '+x', ' b', ' c', '-d', '+y']],
    ['everything', 'a', 'b', ['-a', '+b']],
  ]
  it.each(cases)('shows %s', (_what, before, after, expected) => {
    expect(shown(before, after)).toEqual(expected)
  })

  it('holds both texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after)
        const side = (kind: string) =>
          lines.filter((line) => line.kind === 'same' || line.kind === kind).map((line) => line.text)
        expect(side('removed').join('\n')).toBe(before)
        expect(side('added').join('\n')).toBe(after)
      }),
    )
  })

  it('has as many lines in common one way as the other, and never more than either text', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 10 })
    const same = (before: string[], after: string[]) =>
      diffLines(before.join('\n'), after.join('\n')).filter(({ kind }) => kind === 'same').length
    fc.assert(
      fc.property(text, text, text, (before, after, more) => {
        expect(same(before, after)).toBe(same(after, before))
        // what stands in both, in this order, is found
        expect(same([...before, 'm', ...after], [...more, 'm', ...after])).toBeGreaterThanOrEqual(1 + after.length)
      }),
    )
  })

  it.each([
    ['a line break of another kind', 'a\r\nb', 'a\nb', ['-a\r', '+a', ' b']],
    ['a break at the end', 'a\n', 'a', [' a', '-']],
    ['nothing and something', '', 'a', ['-', '+a']],
    ['lines that look like signs', '-a\n+b', '+b\n-a', ['--a', ' +b', '+-a']],
  ])('takes lines as they are: %s', (_, before, after, expected) => {
    expect(shown(before, after)).toEqual(expected)
  })

  it('shows the changed middle of very long texts as a whole, and still both ends', () => {
    const lines = (sign: string) => ['start', ...Array.from({ length: 2001 }, (_, i) => `${sign}${i % 7}`), 'end']
    const kinds = diffLines(lines('a').join('\n'), lines('b').join('\n')).map(({ kind }) => kind)
    expect([kinds[0], kinds[1], kinds[2001], kinds[2002], kinds[4002], kinds[4003]]).toEqual([
      'same',
      'removed',
      'removed',
      'added',
      'added',
      'same',
    ])
  })
})
