import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { mergeDeep } from './mergePayloadSchemas'

const forms = { native: { title: 'Native', when: {} }, docker: { title: 'Docker', when: { required: ['image'] } } }
const part = (component: string, schema: JsonObject) => ({ component, schema })
const features = (name: string, more: JsonObject = {}): JsonObject => ({
  properties: { features: { properties: { [name]: { type: 'boolean' } }, ...more } },
})

describe('mergeDeep', () => {
  it('lets shared objects meet in depth, closed where one part closes them', () => {
    const { schema, conflicts, provenance } = mergeDeep(
      [
        part('worker w', {
          forms: {
            native: {
              type: 'object',
              required: ['a'],
              properties: { a: {}, features: { type: 'object', additionalProperties: false } },
            },
          },
        }),
        part('plugin x', { forms: { native: features('x') } }),
        part('plugin y', { forms: { native: { ...features('y'), required: ['a', 'b'] } } }),
      ],
      { native: forms.native },
    )
    expect(conflicts).toEqual([])
    expect(schema).toEqual({
      type: 'object',
      required: ['a', 'b'],
      properties: {
        a: {},
        features: {
          type: 'object',
          additionalProperties: false,
          properties: { x: { type: 'boolean' }, y: { type: 'boolean' } },
        },
      },
    })
    expect(provenance).toEqual({
      a: 'worker w',
      features: 'worker w',
      'features.x': 'plugin x',
      'features.y': 'plugin y',
    })
  })

  it('makes branches of several forms, and keeps what is around them', () => {
    const { schema, provenance } = mergeDeep(
      [
        part('engine e', { $id: 'e', definitions: { d: {} }, forms: { native: { properties: { a: {} } } } }),
        part('plugin p', { definitions: { f: {} }, forms: { docker: { properties: { a: {} } }, other: {} } }),
      ],
      forms,
    )
    expect(schema).toEqual({
      $id: 'e',
      definitions: { d: {}, f: {} },
      oneOf: [{ properties: { a: {} } }, { properties: { a: {} } }],
    })
    expect(provenance).toEqual({ a: 'engine e', 'docker:a': 'plugin p' })
  })

  it.each<[string, JsonObject, JsonObject, string]>([
    ['a keyword', features('x'), { properties: { features: { properties: { x: { type: 'string' } } } } }, 'features.x'],
    [
      'a schema of another kind',
      features('x'),
      { properties: { features: { properties: { x: false } } } },
      'features.x',
    ],
    ['an object as a whole', features('x', { minProperties: 1 }), features('y', { minProperties: 2 }), 'features'],
  ])('calls %s that two say differently a conflict, and names both', (_, first, second, property) => {
    const { conflicts } = mergeDeep(
      [part('plugin a', { forms: { native: first } }), part('plugin b', { forms: { native: second } })],
      forms,
    )
    expect(conflicts).toEqual([{ property, components: ['plugin a', 'plugin b'] }])
  })

  it('says nothing of what two say alike', () => {
    const parts = ['plugin a', 'plugin b'].map((name) => part(name, { forms: { native: features('x') } }))
    expect(mergeDeep(parts, forms).conflicts).toEqual([])
  })
})
