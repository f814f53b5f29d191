import { expect, it } from 'vitest'
import { appendPath, escapePointer, pointerSegments } from './path'

it('writes places as a person would', () => {
  expect(appendPath(appendPath(appendPath('', 'plugins'), 'disabled'), 0)).toBe('plugins.disabled[0]')
  expect(appendPath('env', 'A B')).toBe('env."A B"')
})

it('reads what it escapes', () => {
  for (const segment of ['a', 'a/b', '~', '~1', ''])
    expect(pointerSegments(`/${escapePointer(segment)}`)).toEqual([segment])
  expect(pointerSegments('')).toEqual([])
})
