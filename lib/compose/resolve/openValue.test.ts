import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { findReferences } from '@/lib/compose/design/references'
import { guardOpenValues } from './openValue'

function guard(value: JsonValue, secrets: string[] = []) {
  const touched: string[] = []
  const guarded = guardOpenValues(value, ['root'], {
    secrets: new Set(secrets),
    touched: (place) => touched.push(place.join('.')),
  })
  return { guarded, touched }
}

const open: JsonObject = { $env: 'NAME' }

describe('guardOpenValues', () => {
  it('gives values without references back as they are', () => {
    const value = { a: [1, { b: 'c' }], d: null }
    expect(guard(value).guarded).toBe(value)
  })

  it('tells of a member only when it is read', () => {
    const { guarded, touched } = guard({ a: open, b: [{ c: open }, open], d: 1 })
    expect(touched).toEqual([])
    expect(guarded).toHaveProperty('d', 1)
    expect(guarded).toHaveProperty('b.length', 2)
    expect(touched).toEqual([])
    JSON.stringify(guarded)
    expect(touched).toEqual(['root.a', 'root.b.0.c', 'root.b.1'])
  })

  it('tells of a value that is a reference as a whole', () => {
    expect(guard(open)).toEqual({ guarded: 'set', touched: ['root'] })
  })

  it('takes secrets as set, without a word', () => {
    const { guarded, touched } = guard({ key: open }, [JSON.stringify(['root', 'key'])])
    expect(JSON.stringify(guarded)).toBe('{"key":"set"}')
    expect(touched).toEqual([])
  })

  it('keeps members of every name beside a reference', () => {
    const value: JsonObject = JSON.parse('{"__proto__": {"type": "string"}, "constructor": 1, "a": {"$env": "NAME"}}')
    const { guarded } = guard(value)
    expect(JSON.stringify(guarded)).toBe('{"__proto__":{"type":"string"},"constructor":1,"a":"set"}')
  })

  it('tells of just the references, whatever the value', () => {
    const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<JsonValue>(1, 'x', null, open, { $secret: 's', key: 'k' }),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', '$env', '__proto__'), tie('value'), { noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(value, (one) => {
        const { guarded, touched } = guard(one)
        JSON.stringify(guarded)
        expect(touched).toEqual(findReferences(one, ['root']).map(({ place }) => place.join('.')))
      }),
    )
  })
})
