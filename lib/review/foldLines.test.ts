import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffLines, foldLines, pairLines } from './diffLines'

const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }).map((all) => all.join('\n'))

it('leaves out unchanged lines alone, and counts them', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const all = diffLines(before, after)
      const { hunks, rest } = foldLines(all)
      const shown = hunks.flatMap((hunk) => hunk.lines)
      const skipped = hunks.reduce((sum, hunk) => sum + hunk.skipped, rest)
      expect(shown.length + skipped).toBe(all.length)
      expect(shown.filter(({ kind }) => kind !== 'same')).toEqual(all.filter(({ kind }) => kind !== 'same'))
    }),
  )
})

it('shows both texts side by side in full', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const pairs = pairLines(diffLines(before, after))
      const side = (name: 'old' | 'now') => pairs.flatMap((pair) => pair[name] ?? []).join('\n')
      expect([side('old'), side('now')]).toEqual([before, after])
    }),
  )
})

it('folds what is far from a change', () => {
  const before = Array.from({ length: 20 }, (_, i) => `${i}`)
  const { hunks, rest } = foldLines(diffLines(before.join('\n'), before.with(10, 'x').join('\n')))
  expect(hunks.map(({ skipped, lines: shown }) => [skipped, shown.length])).toEqual([[7, 8]])
  expect(rest).toBe(6)
})

it('counts what is left of more than can be shown', () => {
  const lines = diffLines('a\n'.repeat(20), 'b\n'.repeat(20))
  const { hunks, rest, cut } = foldLines(lines, 7)
  expect(hunks.flatMap((hunk) => hunk.lines)).toEqual(lines.slice(0, 7))
  expect(rest + cut).toBe(lines.length - 7)
  expect(foldLines(lines).cut).toBe(0)
})
