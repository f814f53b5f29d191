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
})
