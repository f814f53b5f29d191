import { expect, it } from 'vitest'
import { patternsIn } from './patternsIn.mjs'
import { slowPattern } from './slowPattern.mjs'

it('finds literals and constructors with a text, with their lines and excuses', () => {
  const text = [
    'const a = /a+$/gi',
    "const b = new RegExp('b+$', 'm') // bounded: a name",
    '// bounded: a line above',
    'const c = /c+$/',
    'const d = text.split(/d/) // a comment',
    "const e = new RegExp(a), f = 1 / 2 / 3, g = '/g/'",
    'const h = <p>/h/</p>',
  ].join('\n')
  expect(patternsIn('a.tsx', text)).toEqual([
    { file: 'a.tsx', line: 1, source: 'a+$', flags: 'gi' },
    { file: 'a.tsx', line: 2, source: 'b+$', flags: 'm', excuse: 'a name' },
    { file: 'a.tsx', line: 4, source: 'c+$', flags: '', excuse: 'a line above' },
    { file: 'a.tsx', line: 5, source: 'd', flags: '' },
  ])
})

it.each([
  ['a+$', '2nd degree polynomial'],
  ['^(?:a|a)*$', 'exponential'],
  ['\\[[^\\]]*\\]', '2nd degree polynomial'],
])('tells that %s is slow', (source, degree) => {
  expect(slowPattern(source, '')).toContain(degree)
})

it.each(['^a+$', 'a*', '[a-z]{3}', '^(?:a|b)*c$'])('lets %s pass', (source) => {
  expect(slowPattern(source, '')).toBeUndefined()
})
