import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { mergePayloadSchemas, type PayloadPart } from './mergePayloadSchemas'

const part = (component: string, schema: JsonObject): PayloadPart => ({ component, schema })
const none = part('worker w', {})

describe('mergePayloadSchemas', () => {
  it('puts properties side by side, by name, and closes the object', () => {
    const engine = part('engine e', { type: 'object', properties: { b: { type: 'string' } }, required: ['b'] })
    const plugin = part('plugin p', {
      type: 'object',
      title: 'Lost',
      description: 'Lost',
      properties: { a: { title: 'Kept' } },
    })
    const merged = mergePayloadSchemas([engine, plugin], none)
    expect(merged).toEqual({
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: { a: { title: 'Kept' }, b: { type: 'string' } },
        required: ['b'],
      },
      provenance: { a: 'plugin p', b: 'engine e' },
      conflicts: [],
    })
    expect(Object.keys(merged.schema)).toEqual(['additionalProperties', 'properties', 'required', 'type'])
    expect(Object.keys(merged.provenance)).toEqual(['a', 'b'])
  })

  it('has nothing but the closed object where nobody adds anything', () => {
    const { schema, provenance } = mergePayloadSchemas(
      [none, part('plugin p', { type: 'object', properties: {} })],
      none,
    )
    expect(schema).toEqual({ type: 'object', additionalProperties: false })
    expect(provenance).toEqual({})
  })

  it('lists what is required in the order met, once, also without a property', () => {
    const { schema } = mergePayloadSchemas(
      [
        part('engine e', { required: ['z', 'a'] }),
        part('plugin p', { required: ['gone', 'a'] }),
        part('plugin q', { required: ['b', 'z'] }),
      ],
      none,
    )
    expect(schema.required).toEqual(['z', 'a', 'gone', 'b'])
  })

  it.each<[string, JsonObject, JsonObject]>([
    ['different', { type: 'string' }, { type: 'integer' }],
    ['equal', { type: 'string' }, { type: 'string' }],
    ['empty', {}, {}],
  ])('takes %s schemas of one property for a conflict, by name of the property', (_, one, other) => {
    const { conflicts } = mergePayloadSchemas(
      [
        part('engine e', { properties: { z: one, b: one } }),
        part('plugin p', { properties: { b: other } }),
        part('plugin q', { properties: { z: other, b: other } }),
      ],
      none,
    )
    expect(conflicts).toEqual([
      { property: 'b', components: ['engine e', 'plugin p', 'plugin q'] },
      { property: 'z', components: ['engine e', 'plugin q'] },
    ])
  })

  it('lets the worker replace a property without a conflict', () => {
    const merged = mergePayloadSchemas(
      [part('engine script', { properties: { url: { type: 'integer' }, a: {} } })],
      part('worker w', { properties: { url: { type: 'string' } }, required: ['url'] }),
    )
    expect(merged.conflicts).toEqual([])
    expect(merged.schema.properties).toEqual({ a: {}, url: { type: 'string' } })
    expect(merged.provenance).toEqual({ a: 'engine script', url: 'worker w' })
    expect(merged.schema.required).toBeUndefined()
  })

  it('keeps a property called __proto__ as any other', () => {
    const schema: JsonObject = JSON.parse('{"properties": {"__proto__": {"type": "string"}, "constructor": {}}}')
    const merged = mergePayloadSchemas([part('engine e', schema)], none)
    expect(JSON.stringify(merged.schema.properties)).toBe('{"__proto__":{"type":"string"},"constructor":{}}')
    expect(Object.entries(merged.provenance)).toEqual([
      ['__proto__', 'engine e'],
      ['constructor', 'engine e'],
    ])
  })

  it('does not change what it is given', () => {
    const parts = [
      part('engine e', { properties: { a: {} }, required: ['a'] }),
      part('plugin p', { properties: { a: {} } }),
    ]
    const before = JSON.stringify(parts)
    mergePayloadSchemas(parts, part('worker w', { properties: { a: { type: 'null' } } }))
    expect(JSON.stringify(parts)).toBe(before)
  })

  it('gives the same schema whatever the order of the plugins, but for the order of what is required', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const plugin = fc.record({ properties: fc.uniqueArray(name), required: fc.uniqueArray(name) })
    fc.assert(
      fc.property(fc.array(plugin, { maxLength: 5 }), (plugins) => {
        const parts = plugins.map(({ properties, required }, i) =>
          part(`plugin ${i}`, {
            properties: Object.fromEntries(properties.map((one) => [one, { title: `${i}` }])),
            required,
          }),
        )
        const one = mergePayloadSchemas(parts, none)
        const two = mergePayloadSchemas(parts.toReversed(), none)
        const names = ({ conflicts }: typeof one) =>
          conflicts.map(({ property, components }) => [property, [...components].sort()])
        expect(names(two)).toEqual(names(one))
        const sorted = ({ schema }: typeof one) => (Array.isArray(schema.required) ? [...schema.required].sort() : [])
        expect(sorted(two)).toEqual(sorted(one))
        if (one.conflicts.length === 0) expect(two.schema.properties).toEqual(one.schema.properties)
      }),
    )
  })
})
