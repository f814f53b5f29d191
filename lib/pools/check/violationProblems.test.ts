import { expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { violationProblems } from './violationProblems'

const schema: JsonObject = {
  type: 'object',
  properties: {
    list: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] } },
    'a/b': { type: 'string' },
    'c d': { type: 'object', additionalProperties: false },
  },
}

it.each<[string, JsonValue, string[]]>([
  ['the whole', 7, ['at']],
  ['an item', { list: [{ n: 1 }, 2] }, ['at.list[1]']],
  ['a member of an item', { list: [{ n: 'x' }] }, ['at.list[0].n']],
  ['a member that is missing', { list: [{}] }, ['at.list[0].n']],
  ['a name with a slash', { 'a/b': 1 }, ['at.a/b']],
  ['a name with a space', { 'c d': { x: 1 } }, ['at."c d".x']],
  ['names that every object inherits', { 'c d': JSON.parse('{"__proto__": 1}') }, ['at."c d".__proto__']],
  ['several places', { 'a/b': null, list: 0 }, ['at.a/b', 'at.list']],
  ['nothing', { other: 1 }, []],
])('places what is wrong with %s', (_, value, paths) => {
  const problems = violationProblems(schema, value, 'at', 'x')
  expect(problems.map(({ path }) => path).sort()).toEqual(paths)
  for (const { message, code, severity } of problems) {
    expect(message).toMatch(/^[^a-z].*\.$/s)
    expect([code, severity]).toEqual(['x', 'error'])
  }
})
