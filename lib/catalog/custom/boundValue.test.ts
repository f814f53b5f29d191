import { describe, expect, it } from 'vitest'
import { boundValue } from './boundValue'

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let i = 0; i < depth; i++) value = { a: value }
  return value
}

describe('boundValue', () => {
  it.each<[string, unknown]>([
    ['scalars', [1, 'a', true, null, undefined]],
    ['forty levels', nested(40)],
    ['a thousand members', Array.from({ length: 1000 }, () => 0)],
    ['half a megabyte', 'x'.repeat(512 * 1024 - 1)],
    ['members called like those of all objects', { constructor: 1, toString: 2 }],
  ])('lets %s pass', (_, value) => {
    expect(boundValue(value)).toBeUndefined()
  })

  it.each<[string, unknown, object]>([
    [
      'forty-one levels',
      nested(41),
      { code: 'entry-too-large', message: 'The entry nests deeper than 40 levels.', place: Array(40).fill('a') },
    ],
    [
      'more than a thousand items',
      { a: Array.from({ length: 1001 }, () => 0) },
      { code: 'entry-too-large', place: ['a'], message: 'This has more than 1000 members.' },
    ],
    [
      'more than a thousand members',
      Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`k${i}`, 0])),
      { place: [], message: 'This has more than 1000 members.' },
    ],
    ['too long a text', ['x'.repeat(512 * 1024)], { code: 'entry-too-large', place: [] }],
    [
      'a number without an end',
      { a: [0, Number.POSITIVE_INFINITY] },
      { place: ['a', 1], message: 'This is no number of JSON.' },
    ],
    ['no number', { a: Number.NaN }, { place: ['a'], message: 'This is no number of JSON.' }],
    [
      'a member called __proto__',
      JSON.parse('{"a": {"__proto__": 1}}'),
      { place: ['a', '__proto__'], message: 'Nothing can be called __proto__.' },
    ],
  ])('stops at %s', (_, value, expected) => {
    expect(boundValue(value)).toMatchObject(expected)
  })

  it('counts what aliases repeat, in bounded time', () => {
    let value: unknown = Array(10).fill('0123456789')
    for (let i = 0; i < 12; i++) value = Array(10).fill(value)
    expect(boundValue(value)).toMatchObject({
      code: 'entry-too-large',
      message: 'The entry is larger than 512 KB when its aliases are followed.',
    })
  })

  it('ends with a value that holds itself', () => {
    const value: { self?: unknown } = {}
    value.self = value
    expect(boundValue(value)).toMatchObject({ code: 'entry-too-large' })
  })
})
