import { expect, it } from 'vitest'
import { diffLines, pairLines } from './diffLines'

it.each<[string, string, string, string[]]>([
  ['the same', 'a', 'a', ['a = a']],
  ['a line in place of another', 'a\nb', 'a\nc', ['a = a', 'b ~ c']],
  ['more than there was', 'a\nz', 'b\nc\nz', ['a ~ b', '- ~ c', 'z = z']],
  ['less than there was', 'a\nb\nz', 'c\nz', ['a ~ c', 'b ~ -', 'z = z']],
  ['two places, each by itself', 'a\nm\nb', 'x\nm\ny', ['a ~ x', 'm = m', 'b ~ y']],
  ['an empty line, which is one', 'a\n\nb', 'a\nb', ['a = a', ' ~ -', 'b = b']],
  ['nothing at all', '', '', [' = ']],
])('puts lines side by side: %s', (_, before, after, pairs) => {
  const shown = pairLines(diffLines(before, after)).map(
    ({ old = '-', now = '-', changed }) => `${old} ${changed ? '~' : '='} ${now}`,
  )
  expect(shown).toEqual(pairs)
})

it('says of no line that it changed where both are the same', () => {
  const pairs = pairLines(diffLines('a\nb\nc\nb', 'b\nc\na\nb'))
  expect(pairs.filter(({ old, now, changed }) => changed === (old === now))).toEqual([])
})
