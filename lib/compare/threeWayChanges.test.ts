import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { threeWayChanges } from './threeWayChanges'

const closed = (properties: Record<string, JsonValue>, rest: Record<string, JsonValue> = {}) => ({
  type: 'object',
  properties,
  ...rest,
})
const text = { type: 'string' }
const number = { type: 'number' }
const base = closed({ a: text, b: text })

it.each<[string, JsonValue, JsonValue, object[]]>([
  ['nothing', base, base, []],
  [
    'what they have changed',
    closed({ a: number, b: text }),
    base,
    [['/a', 'type', 'string', 'number', 'string', 'theirs']],
  ],
  ['what we have changed', base, closed({ a: text }), [['/b', 'property', text, text, undefined, 'ours']]],
  [
    'what both have changed, each in another way',
    closed({ a: number, b: text }),
    closed({ a: { type: 'boolean' }, b: text }),
    [['/a', 'type', 'string', 'number', 'boolean', 'both']],
  ],
  [
    'what both have changed alike, and taken away alike',
    closed({ a: number }),
    closed({ a: number }),
    [
      ['/a', 'type', 'string', 'number', 'number', 'alike'],
      ['/b', 'property', text, undefined, undefined, 'alike'],
    ],
  ],
  [
    'what one has taken away and the other has changed',
    closed({ a: text }),
    closed({ a: text, b: number }),
    [
      ['/b', 'property', text, undefined, text, 'theirs'],
      ['/b', 'type', 'string', 'string', 'number', 'ours'],
    ],
  ],
  [
    'new properties of either',
    closed({ a: text, b: text, c: number }),
    closed({ a: text, b: text, d: number }),
    [
      ['/c', 'property', undefined, number, undefined, 'theirs'],
      ['/d', 'property', undefined, undefined, number, 'ours'],
    ],
  ],
])('lists %s', (_, theirs, ours, expected) => {
  const rows = threeWayChanges(base, theirs, ours).map((row) => [
    row.path,
    row.what,
    row.base,
    row.theirs,
    row.ours,
    row.by,
  ])
  expect(rows).toEqual(expected)
})

it('keeps branches of one place apart', () => {
  const branches = (...types: string[]) => ({ anyOf: types.map((type) => ({ type })) })
  const rows = threeWayChanges(branches('a', 'b'), branches('c', 'd'), branches('a', 'e'))
  expect(rows.map(({ base, theirs, ours, by }) => [base, theirs, ours, by])).toEqual([
    [undefined, { type: 'c' }, { type: 'e' }, 'both'],
    [undefined, { type: 'd' }, undefined, 'theirs'],
    [{ type: 'a' }, undefined, { type: 'a' }, 'theirs'],
    [{ type: 'b' }, undefined, undefined, 'alike'],
  ])
})

it('says nothing of titles and order', () => {
  const theirs = { title: 'Theirs', ...closed({ b: text, a: text }) }
  expect(threeWayChanges(base, theirs, { description: 'ours', ...base })).toEqual([])
})
