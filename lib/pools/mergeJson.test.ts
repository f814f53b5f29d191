import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { beyondCommon, commonJson, mergeJson } from './mergeJson'

const leaf = fc.oneof(fc.constantFrom<JsonObject | number | string | null | number[]>(1, 2, 'x', null, {}, [], [1]))
const { node } = fc.letrec<{ node: JsonObject }>((tie) => ({
  node: fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__'),
    fc.oneof({ maxDepth: 3 }, leaf, tie('node')),
  ),
}))

describe('the common part of objects', () => {
  it('is what they share, in depth', () => {
    const objects: JsonObject[] = [
      { a: 1, b: { c: [1], d: 1 }, e: {} },
      { a: 1, b: { c: [1], d: 2 }, e: { f: 1 } },
    ]
    const common = commonJson(objects)
    expect(common).toEqual({ a: 1, b: { c: [1] }, e: {} })
    expect(objects.map((object) => beyondCommon(object, common))).toEqual([
      { b: { d: 1 } },
      { b: { d: 2 }, e: { f: 1 } },
    ])
  })

  it('and what each has beyond it make the objects again', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 4 }), (objects) => {
        const common = commonJson(objects)
        for (const object of objects) expect(mergeJson(common, beyondCommon(object, common))).toEqual(object)
      }),
    )
  })
})

describe('mergeJson', () => {
  it.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['members of both', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['the second where both have one', { a: 1 }, { a: 2 }, { a: 2 }],
    ['objects in depth', { a: { b: 1, c: 1 } }, { a: { c: 2 } }, { a: { b: 1, c: 2 } }],
    ['lists as they are, not joined', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ['an object over a text', { a: 'x' }, { a: { b: 1 } }, { a: { b: 1 } }],
    ['a text over an object', { a: { b: 1 } }, { a: 'x' }, { a: 'x' }],
    ['null, which takes nothing away', { a: { b: 1 } }, { a: null }, { a: null }],
    ['a list over an object', { a: { b: 1 } }, { a: [] }, { a: [] }],
  ])('has %s', (_, under, over, merged) => {
    expect(mergeJson(under, over)).toEqual(merged)
  })

  it('changes nothing by nothing, by itself, or by what is there already', () => {
    fc.assert(
      fc.property(node, node, (under, over) => {
        const merged = mergeJson(under, over)
        expect(mergeJson({}, over)).toEqual(over)
        expect(mergeJson(under, {})).toEqual(under)
        expect(mergeJson(merged, over)).toEqual(merged)
        expect(mergeJson(over, over)).toEqual(over)
        expect(Object.keys(merged).sort()).toEqual([...new Set([...Object.keys(under), ...Object.keys(over)])].sort())
      }),
      { numRuns: 40 },
    )
  })

  it('gives nothing to every object by a name such as __proto__', () => {
    const merged = mergeJson(JSON.parse('{"__proto__": {"a": 1}}'), JSON.parse('{"__proto__": {"b": 2}}'))
    expect(JSON.stringify(merged)).toBe('{"__proto__":{"a":1,"b":2}}')
    expect(Object.hasOwn(Object.prototype, 'b')).toBe(false)
  })
})

describe('beyondCommon', () => {
  it('has nothing beyond itself, and everything beyond nothing', () => {
    fc.assert(
      fc.property(node, (object) => {
        expect(beyondCommon(object, object)).toEqual({})
        expect(beyondCommon(object, {})).toEqual(object)
        expect(commonJson([object, object])).toEqual(object)
      }),
      { numRuns: 40 },
    )
  })
})
