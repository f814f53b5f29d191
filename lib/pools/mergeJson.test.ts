import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../base/json'
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
