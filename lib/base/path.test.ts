import { expect, it } from 'vitest'
import { appendPath, escapePointer, pathSegments, pointerSegments } from './path'

it('writes places as a person would', () => {
  expect(appendPath(appendPath(appendPath('', 'plugins'), 'disabled'), 0)).toBe('plugins.disabled[0]')
  expect(appendPath('env', 'A B')).toBe('env."A B"')
})

it('reads what it escapes', () => {
  for (const segment of ['a', 'a/b', '~', '~1', ''])
    expect(pointerSegments(`/${escapePointer(segment)}`)).toEqual([segment])
  expect(pointerSegments('')).toEqual([])
})

it('reads the places that it writes', () => {
  const places: (string | number)[][] = [
    [],
    ['plugins', 'disabled', 0],
    ['env', 'A B', ''],
    ['a.b', 'c"d\\', 1, 2],
    ['[0]'],
  ]
  for (const segments of places) expect(pathSegments(segments.reduce<string>(appendPath, ''))).toEqual(segments)
})
