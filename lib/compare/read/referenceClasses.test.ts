import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { describeRelations } from '@/lib/compare/testing/describeRelations'
import { createReferenceClasses } from './referenceClasses'
import { readSchemaSource } from './schemaSource'

const to = (name: string): JsonObject => ({ $ref: `#/definitions/${name}` })
const from = (name: string, definitions: JsonObject): JsonValue => ({ ...to(name), definitions })
const list = (more: JsonObject = {}) => from('list', { list: { type: 'array', items: to('list'), ...more } })

describeRelations('references', [
  [from('a', { a: { type: 'string' } }), '=', { type: 'string' }, 1],
  [from('a', { a: to('b'), b: to('c'), c: { type: 'string' } }), '=', { type: 'string' }, 1],
  [from('a', { a: { type: 'string' } }), '=', from('b', { b: { type: 'string' } }), 1],
  [from('a', { a: true }), '=', {}],
  [from('a', { a: false }), '=', false, 1],
  [from('a~1b%25', { 'a/b%': { type: 'null' } }), '=', { type: 'null' }, 1],
  // keywords beside a reference count
  [{ ...to('a'), maxLength: 2, definitions: { a: { type: 'string' } } }, '=', { type: 'string', maxLength: 2 }, 'aaa'],
  [from('a', { a: { $id: '#text', type: 'string' } }), '=', { type: 'string' }, 1],
  [{ $ref: '#text', definitions: { a: { $id: '#text', type: 'string' } } }, '=', { type: 'string' }, 1],
  [{ not: to('a'), definitions: { a: { type: 'string' } } }, '=', { not: { type: 'string' } }, 'a'],
  [from('a', { a: { minimum: 2 } }), '<', from('a', { a: { minimum: 1 } }), 1],
])

describeRelations('schemas that contain themselves', [
  [list(), '<', { type: 'array' }, [1]],
  [list(), '=', from('l', { l: { type: 'array', items: { type: 'array', items: to('l') } } }), [[1]]],
  [list({ maxItems: 2 }), '<', list(), [[], [], []]],
  // without an end there is no value
  [from('n', { n: { type: 'object', required: ['next'], properties: { next: to('n') } } }), '=', false, { next: 1 }],
  [list({ minItems: 1 }), '=', false, [[]]],
  [
    from('n', { n: { anyOf: [{ type: 'null' }, { type: 'array', items: to('n'), minItems: 2 }] } }),
    '<',
    { anyOf: [{ type: 'null' }, { type: 'array', minItems: 2 }] },
    [1, 1],
  ],
  [
    from('tree', { tree: { type: ['object', 'integer'], additionalProperties: to('tree') } }),
    '<',
    from('tree', { tree: { type: ['object', 'number'], additionalProperties: to('tree') } }),
    0.5,
  ],
])

/** chains of objects: of an even length, of an odd one, and of any */
const chain = { type: 'object', additionalProperties: false }
const evenAndOdd = {
  even: { ...chain, properties: { n: to('odd') } },
  odd: { ...chain, properties: { n: to('even') }, required: ['n'] },
}
const any = { any: { ...chain, properties: { n: to('any') } } }

describeRelations('schemas that contain each other', [
  [from('even', evenAndOdd), '<', from('any', any), { n: {} }],
  [from('odd', evenAndOdd), '<', from('any', any), {}],
  [from('even', evenAndOdd), '|', from('odd', evenAndOdd), {}, { n: {} }],
  [{ anyOf: [to('even'), to('odd')], definitions: evenAndOdd }, '=', from('any', any), { n: 1 }],
  [{ allOf: [to('even'), to('odd')], definitions: evenAndOdd }, '=', false, {}],
])

describe('the classes of references', () => {
  const definitions = {
    a: { items: to('b') },
    b: { items: to('a'), title: 'of no meaning' },
    c: { items: to('a'), maxItems: 1 },
    plain: { type: 'string' },
    round: { allOf: [to('round')] },
    deep: { items: to('plain') },
  }
  const anyOf = Object.keys(definitions).map(to)
  const [one, other] = [
    readSchemaSource({ anyOf, definitions }, 'old'),
    readSchemaSource({ anyOf, definitions }, 'new'),
  ]
  const classes = createReferenceClasses([one, other])
  const at = (name: string) => `/definitions/${name}`

  it.each([
    ['a', true, false],
    ['c', false, false],
    ['plain', false, false],
    ['deep', false, false],
    ['round', true, true],
  ])('of %s: contains itself %s, without looking deeper %s', (name, isRecursive, isCircular) => {
    expect(classes.isRecursive(one, at(name))).toBe(isRecursive)
    expect(classes.isCircular(one, at(name))).toBe(isCircular)
  })

  it('give one name to what says the same, in both documents, and other names to the rest', () => {
    const name = classes.nameOf(one, at('a'))
    expect(classes.nameOf(one, at('b'))).toBe(name)
    expect(classes.nameOf(other, at('b'))).toBe(name)
    expect(new Set(Object.keys(definitions).map((key) => classes.nameOf(one, at(key)))).size).toBe(5)
    expect(classes.has(name)).toBe(true)
    expect(classes.has(at('a'))).toBe(false)
  })
})

describe('references that lead elsewhere', () => {
  const inside = (reference: string, id: string): JsonValue => ({
    $id: id,
    ...to('list'),
    definitions: { list: { type: 'array', items: { anyOf: [to('list'), { $ref: reference }] } } },
  })

  it('are the same by the address that they have in their document, also deep inside', () => {
    const verdict = (old: JsonValue, next: JsonValue) => compareSchemas(old, next).forward.verdict
    const [a, b] = ['https://a.example/x.json', 'https://b.example/x.json']
    expect(verdict({ $id: a, $ref: 'other.json' }, { $id: a, $ref: 'other.json' })).toBe('proved')
    expect(verdict({ $id: a, $ref: 'other.json' }, { $id: b, $ref: 'other.json' })).toBe('undecided')
    expect(verdict(inside('other.json', a), inside('other.json', a))).toBe('proved')
    expect(verdict(inside('other.json', a), inside('other.json', b))).toBe('undecided')
  })

  it('are undecided where they lead to nothing or round in a circle', () => {
    for (const reference of ['#/definitions/gone', '#gone', '#/definitions/%'])
      expect(compareSchemas({}, { $ref: reference, definitions: {} }).forward).toEqual({
        verdict: 'undecided',
        place: '/$ref',
        reason: `"${reference}" refers to nowhere`,
      })
    const round = from('a', { a: { allOf: [to('b')] }, b: to('a') })
    expect(compareSchemas({}, round).forward).toMatchObject({ reason: 'the reference runs in a circle' })
  })

  it('do not hide a break beside them', () => {
    const old = { properties: { a: { $ref: 'https://example.com/a' }, b: { maximum: 5 } } }
    const next = { properties: { a: { $ref: 'https://example.com/a' }, b: { maximum: 4 } } }
    expect(compareSchemas(old, next).forward).toMatchObject({ verdict: 'refuted' })
  })

  it('are known where they lead to the schemas of JSON Schema itself', () => {
    const draft = (number: string) => ({ $ref: `http://json-schema.org/draft-0${number}/schema#` })
    expect(compareSchemas(draft('6'), { type: ['object', 'boolean'] }).forward.verdict).toBe('proved')
    expect(compareSchemas(draft('4'), { type: 'object' }).forward.verdict).toBe('proved')
    expect(compareSchemas(draft('6'), { type: 'object' }).forward.verdict).toBe('refuted')
  })
})
