import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareJson } from './compareJson'
import { equalJson, type JsonValue } from './json'

describe('compareJson', () => {
  it.each<[string, JsonValue, JsonValue, object[]]>([
    ['equal values', { a: [1] }, { a: [1] }, []],
    ['another order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ['a member more', { a: 1 }, { a: 1, b: null }, [{ path: 'b', kind: 'added', after: null }]],
    ['a member less', { a: { b: 1 } }, { a: {} }, [{ path: 'a.b', kind: 'removed', before: 1 }]],
    ['another value', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, [{ path: 'a[0].b', kind: 'changed', before: 1, after: 2 }]],
    ['an item more', [1], [1, 2], [{ path: '[1]', kind: 'added', after: 2 }]],
    ['an item less', [1, 2], [1], [{ path: '[1]', kind: 'removed', before: 2 }]],
    ['another type', { a: [] }, { a: {} }, [{ path: 'a', kind: 'changed', before: [], after: {} }]],
    ['names of the language', {}, { constructor: 1 }, [{ path: 'constructor', kind: 'added', after: 1 }]],
    ['the whole', 1, 2, [{ path: '', kind: 'changed', before: 1, after: 2 }]],
  ])('tells of %s', (_, before, after, changes) => {
    expect(compareJson(before, after)).toEqual(changes)
  })

  it('finds nothing exactly where the values are equal', () => {
    const json = fc.jsonValue().map((value): JsonValue => JSON.parse(JSON.stringify(value)))
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(compareJson(a, b).length === 0).toBe(equalJson(a, b))
        expect(compareJson(a, a)).toEqual([])
      }),
    )
  })
})
