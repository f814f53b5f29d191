import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { auditSentence, auditView } from './auditView'

const [one, two] = ['a'.repeat(64), 'b'.repeat(64)]

it.each<[string, JsonObject, string]>([
  [
    'another text',
    { revision: 2, before: { title: 'a', sha256: one }, after: { title: 'a', sha256: two } },
    `revision: 2; sha256: aaaaaaaaaaaa… -> bbbbbbbbbbbb…`,
  ],
  [
    'what is new',
    { before: null, after: { scopes: ['a', 'b'], disabled: false } },
    '+ scopes: a, b; + disabled: false',
  ],
  ['what is gone', { before: { title: 'a' }, after: null }, '- title: a'],
  ['scopes', { before: { scopes: ['a', 'b'] }, after: { scopes: ['b', 'c'] } }, 'scopes: a -> c'],
  [
    'places',
    {
      changes: [
        { path: 'a.b', before: 1, after: 2 },
        { path: 'c', after: '' },
      ],
      moreChanges: 3,
    },
    'a.b: 1 -> 2; and 3 more places',
  ],
  [
    'a fact that the difference says',
    { expires: 'y', before: { expires: 'x' }, after: { expires: 'y' } },
    'expires: x -> y',
  ],
  ['a row of the past', { before: '2026-01-01', after: '2027-01-01' }, '2026-01-01 -> 2027-01-01'],
  ['another one', { scopes: ['*'], message: '' }, 'scopes: *'],
  ['nothing', {}, ''],
])('reads %s', (_, detail, sentence) => expect(auditSentence(detail)).toBe(sentence))

it('keeps members apart that are named like those of every object', () => {
  expect(auditView({ before: { x: 1 }, after: JSON.parse('{"x": 1, "__proto__": 2}') }).lines).toEqual([
    { place: '__proto__', kind: 'added', after: '2' },
  ])
})
