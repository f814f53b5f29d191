import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../base/json'
import { listSchemaChanges } from './listSchemaChanges'

const object = (properties: JsonValue, rest: { [key: string]: JsonValue } = {}): JsonValue => ({
  type: 'object',
  properties,
  ...rest,
})

describe('listSchemaChanges', () => {
  const cases: [string, JsonValue, JsonValue, object[]][] = [
    ['nothing', object({ a: { type: 'string' } }), object({ a: { type: 'string' } }), []],
    ['words alone', { title: 'a', description: 'b' }, { title: 'c' }, []],
    [
      'a property more',
      object({}),
      object({ a: { type: 'string' } }),
      [{ kind: 'added', path: '/a', what: 'property', after: { type: 'string' } }],
    ],
    [
      'a property less',
      object({ a: true }),
      object({}),
      [{ kind: 'removed', path: '/a', what: 'property', before: true }],
    ],
    [
      'a name with a slash',
      object({ 'a/b': { maximum: 1 } }),
      object({ 'a/b': { maximum: 2 } }),
      [{ kind: 'changed', path: '/a~1b', what: 'maximum', before: 1, after: 2 }],
    ],
    [
      'what became required, and what did no longer',
      object({}, { required: ['a'] }),
      object({}, { required: ['b'] }),
      [
        { kind: 'added', path: '/b', what: 'required' },
        { kind: 'removed', path: '/a', what: 'required' },
      ],
    ],
    [
      'a limit within a list',
      object({ a: { type: 'array', items: { maxLength: 1 } } }),
      object({ a: { type: 'array', items: {} } }),
      [{ kind: 'removed', path: '/a/*', what: 'maxLength', before: 1 }],
    ],
    [
      'values of a map',
      { additionalProperties: { type: 'string' } },
      { additionalProperties: { type: 'number' } },
      [{ kind: 'changed', path: '/*', what: 'type', before: 'string', after: 'number' }],
    ],
    [
      'an object that closes',
      {},
      { additionalProperties: false },
      [{ kind: 'added', path: '', what: 'additionalProperties' }],
    ],
    [
      'one branch of several',
      { oneOf: [{ type: 'string' }, { minimum: 1 }] },
      { oneOf: [{ type: 'string' }, { minimum: 2 }] },
      [{ kind: 'changed', path: '', what: 'minimum', before: 1, after: 2 }],
    ],
    ['another number of branches', { oneOf: [true] }, { oneOf: [true, false] }, [{ kind: 'changed', what: 'oneOf' }]],
    [
      'a pattern of names',
      {},
      { patternProperties: { '^a$': { maxItems: 0 } } },
      [{ kind: 'added', path: '/^a$', what: 'names like this', after: { maxItems: 0 } }],
    ],
    ['a whole schema', true, false, [{ kind: 'changed', path: '', what: 'schema', before: true, after: false }]],
  ]
  it.each(cases)('tells of %s', (_what, before, after, expected) => {
    expect(listSchemaChanges(before, after)).toMatchObject(expected)
  })

  it('finds nothing between equal schemas, and mirrors what it finds', () => {
    const json = fc.jsonValue({ maxDepth: 3 }).map((value): JsonValue => JSON.parse(JSON.stringify(value)))
    const schema = fc.record(
      { type: json, properties: fc.dictionary(fc.string(), json), items: json },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(schema, schema, (a, b) => {
        expect(listSchemaChanges(a, structuredClone(a))).toEqual([])
        const kinds = (changes: { kind: string }[]) => changes.map(({ kind }) => kind).sort()
        const mirrored = { added: 'removed', removed: 'added', changed: 'changed' } as const
        const back = listSchemaChanges(b, a).map(({ kind }) => ({ kind: mirrored[kind] }))
        expect(kinds(back)).toEqual(kinds(listSchemaChanges(a, b)))
      }),
    )
  })
})
