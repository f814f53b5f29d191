import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { compareSchemas } from './compareSchemas'

type Row = [keyword: string, old: JsonValue, next: JsonValue, forward: string, backward: string]

const defs = (schema: JsonValue, definitions: JsonValue): JsonValue => ({ ...Object(schema), definitions })
const where = (condition: JsonValue, keyword: 'then' | 'else', schema: JsonValue): JsonValue =>
  Object.fromEntries([
    ['if', condition],
    [keyword, schema],
  ])
const list = { $ref: '#/definitions/list' }

/** The verdicts of pairs: does the new schema take what the old one takes, and the reverse. */
const rows: Row[] = [
  ['type', { type: 'integer' }, { type: 'number' }, 'proved', 'refuted'],
  ['type', { type: ['string', 'null'] }, { type: 'string' }, 'refuted', 'proved'],
  ['type', { type: ['object', 'array', 'string', 'number', 'boolean', 'null'] }, true, 'proved', 'proved'],
  ['type', { type: 'integer' }, { type: 'number', multipleOf: 1 }, 'proved', 'proved'],
  ['enum', { enum: ['a', 'b'] }, { enum: ['b', 'a', 'c'] }, 'proved', 'refuted'],
  ['enum', { enum: [1, 2] }, { type: 'integer', minimum: 1, maximum: 2 }, 'proved', 'proved'],
  ['enum', { type: 'boolean' }, { enum: [false, true] }, 'proved', 'proved'],
  ['const', { const: { a: [1] } }, { enum: [{ a: [1.0] }, 2] }, 'proved', 'refuted'],
  ['const', { const: null }, { type: 'null' }, 'proved', 'proved'],
  ['minimum', { minimum: 2 }, { minimum: 1 }, 'proved', 'refuted'],
  ['minimum', { type: 'integer', minimum: 1 }, { type: 'integer', exclusiveMinimum: 0 }, 'proved', 'proved'],
  ['minimum', { minimum: 1 }, { exclusiveMinimum: 0 }, 'proved', 'refuted'],
  ['maximum', { maximum: 3600 }, { maximum: 86400 }, 'proved', 'refuted'],
  ['exclusiveMaximum', { exclusiveMaximum: 5 }, { maximum: 5 }, 'proved', 'refuted'],
  ['multipleOf', { multipleOf: 6 }, { multipleOf: 3 }, 'proved', 'refuted'],
  ['multipleOf', { allOf: [{ multipleOf: 4 }, { multipleOf: 6 }] }, { multipleOf: 12 }, 'proved', 'proved'],
  ['multipleOf', { multipleOf: 0.3 }, { multipleOf: 0.1 }, 'proved', 'refuted'],
  ['multipleOf', { minimum: 1, maximum: 9, multipleOf: 5 }, { enum: [5], type: 'number' }, 'refuted', 'proved'],
  ['minLength', { minLength: 2 }, { minLength: 1 }, 'proved', 'refuted'],
  ['minLength', { minLength: 1 }, { pattern: '.|\\n' }, 'proved', 'proved'],
  ['maxLength', { maxLength: 2 }, { maxLength: 3 }, 'proved', 'refuted'],
  ['maxLength', { type: 'string', maxLength: 0 }, { const: '' }, 'proved', 'proved'],
  ['pattern', { pattern: '^ab' }, { pattern: '^a' }, 'proved', 'refuted'],
  ['pattern', { pattern: '^a{2,4}$' }, { pattern: '^a+$', maxLength: 4 }, 'proved', 'refuted'],
  ['pattern', { pattern: '^[a-z]+$' }, { pattern: '^[^A-Z]+$' }, 'proved', 'refuted'],
  ['pattern', { type: 'string', pattern: '^(a|b)$' }, { enum: ['a', 'b'] }, 'proved', 'proved'],
  ['pattern', { pattern: '^(?!x)' }, { pattern: '^(?!x)', maxLength: 3 }, 'refuted', 'proved'],
  ['pattern', { pattern: '^(?!x)' }, { pattern: '^(?!y)', minLength: 9 }, 'refuted', 'undecided'],
  ['pattern', { pattern: '^(?!x).*$' }, { pattern: '^(?!x).*' }, 'undecided', 'refuted'],
  [
    'format',
    { format: 'uri' },
    { type: ['string', 'number', 'object', 'array', 'boolean', 'null'] },
    'proved',
    'refuted',
  ],
  ['format', {}, { format: 'date-time' }, 'refuted', 'proved'],
  ['format', { format: 'date' }, { pattern: '^[0-9-]{10}$' }, 'proved', 'refuted'],
  ['format', { type: 'string', format: 'date', maxLength: 5 }, false, 'proved', 'proved'],
  ['format', { format: 'a-name-of-its-own' }, {}, 'proved', 'undecided'],
  ['items', { items: { type: 'string' } }, { items: { type: ['string', 'null'] } }, 'proved', 'refuted'],
  ['items', { items: [{ type: 'string' }] }, { items: [{}] }, 'proved', 'refuted'],
  ['items', { items: false }, { maxItems: 0 }, 'proved', 'proved'],
  ['additionalItems', { items: [true], additionalItems: false }, { maxItems: 1 }, 'proved', 'proved'],
  [
    'additionalItems',
    { items: { type: 'null' }, additionalItems: false },
    { items: { type: 'null' } },
    'proved',
    'proved',
  ],
  ['minItems', { minItems: 2 }, { minItems: 1 }, 'proved', 'refuted'],
  ['maxItems', { maxItems: 2 }, { maxItems: 3 }, 'proved', 'refuted'],
  ['maxItems', { type: 'array', minItems: 3, maxItems: 2 }, false, 'proved', 'proved'],
  ['uniqueItems', { uniqueItems: true }, { uniqueItems: false }, 'proved', 'refuted'],
  [
    'uniqueItems',
    { type: 'array', items: { enum: [1, 2] }, minItems: 3, uniqueItems: true },
    false,
    'proved',
    'proved',
  ],
  ['contains', { contains: { const: 1 } }, { contains: { type: 'number' } }, 'proved', 'refuted'],
  ['contains', { type: 'array', contains: true }, { type: 'array', minItems: 1 }, 'proved', 'proved'],
  ['properties', { properties: { a: { minimum: 1 } } }, { properties: { a: { minimum: 0 } } }, 'proved', 'refuted'],
  ['properties', { properties: { a: false } }, { properties: { a: { type: 'string' } } }, 'proved', 'refuted'],
  [
    'additionalProperties',
    { properties: { a: {} }, additionalProperties: false },
    { properties: { a: {}, b: {} }, additionalProperties: false },
    'proved',
    'refuted',
  ],
  [
    'additionalProperties',
    { additionalProperties: { type: 'string' } },
    { properties: { a: { type: 'string' } } },
    'proved',
    'refuted',
  ],
  [
    'patternProperties',
    { patternProperties: { '^a': { type: 'string' } } },
    { properties: { ab: { type: 'string' } } },
    'proved',
    'refuted',
  ],
  [
    'patternProperties',
    { patternProperties: { '': { type: 'string' } } },
    { additionalProperties: { type: 'string' } },
    'proved',
    'proved',
  ],
  ['propertyNames', { propertyNames: { maxLength: 2 } }, { propertyNames: { maxLength: 3 } }, 'proved', 'refuted'],
  ['propertyNames', { propertyNames: { enum: ['a', 'b'] } }, { maxProperties: 2 }, 'proved', 'refuted'],
  ['required', { required: ['a', 'b'] }, { required: ['a'] }, 'proved', 'refuted'],
  ['required', {}, { required: ['a'], properties: { a: { default: 1 } } }, 'refuted', 'proved'],
  ['required', { required: ['a'] }, { minProperties: 1 }, 'proved', 'refuted'],
  ['dependencies', { required: ['b'] }, { dependencies: { a: ['b'] } }, 'proved', 'refuted'],
  ['dependencies', { dependencies: { a: { required: ['b'] } } }, { dependencies: { a: ['b'] } }, 'proved', 'proved'],
  ['minProperties', { minProperties: 2 }, { minProperties: 1 }, 'proved', 'refuted'],
  ['maxProperties', { maxProperties: 0 }, { additionalProperties: false }, 'proved', 'proved'],
  ['allOf', { allOf: [{ minimum: 1 }, { maximum: 2 }] }, { minimum: 1, maximum: 2 }, 'proved', 'proved'],
  ['anyOf', { anyOf: [{ type: 'string' }, { type: 'number' }] }, { type: ['string', 'number'] }, 'proved', 'proved'],
  [
    'anyOf',
    { properties: { a: { anyOf: [{ const: 1 }, { const: 2 }] } } },
    { anyOf: [{ properties: { a: { const: 1 } } }, { properties: { a: { const: 2 } } }] },
    'proved',
    'proved',
  ],
  ['oneOf', { oneOf: [{ type: 'string' }, { type: 'number' }] }, { type: ['string', 'number'] }, 'proved', 'proved'],
  [
    'oneOf',
    { oneOf: [{ type: 'integer' }, { minimum: 2 }] },
    { anyOf: [{ type: 'integer' }, { minimum: 2 }] },
    'proved',
    'refuted',
  ],
  ['oneOf', { oneOf: [true, true] }, false, 'proved', 'proved'],
  ['not', { not: { minimum: 1 } }, { exclusiveMaximum: 1 }, 'proved', 'refuted'],
  ['not', { type: 'number', not: { minimum: 1 } }, { type: 'number', exclusiveMaximum: 1 }, 'proved', 'proved'],
  ['not', { not: { required: ['a'] } }, { properties: { a: false } }, 'proved', 'refuted'],
  ['if', where({ type: 'string' }, 'then', { minLength: 1 }), { minLength: 1 }, 'proved', 'proved'],
  ['then', where({ required: ['a'] }, 'then', { required: ['b'] }), { dependencies: { a: ['b'] } }, 'proved', 'proved'],
  ['else', where({ type: 'string' }, 'else', { type: 'number' }), { type: ['string', 'number'] }, 'proved', 'proved'],
  [
    '$ref',
    defs(list, { list: { type: 'array', items: list } }),
    defs(list, { list: { type: 'array', items: { type: 'array', items: list } } }),
    'proved',
    'proved',
  ],
  [
    '$ref',
    defs(list, { list: { type: 'array', items: list, maxItems: 2 } }),
    defs(list, { list: { type: 'array', items: list } }),
    'proved',
    'refuted',
  ],
  [
    '$ref',
    { $ref: 'https://example.com/other.json' },
    { $ref: 'https://example.com/other.json', title: 'x' },
    'proved',
    'proved',
  ],
  [
    '$ref',
    { $ref: 'https://example.com/other.json' },
    { $ref: 'https://example.com/another.json' },
    'undecided',
    'undecided',
  ],
  ['$ref', { $ref: '#/definitions/gone' }, {}, 'proved', 'undecided'],
  [
    'definitions',
    { definitions: { a: { type: 'string' } } },
    { definitions: { a: { type: 'number' } } },
    'proved',
    'proved',
  ],
  ['exclusiveMinimum of draft-04', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }, 'proved', 'proved'],
  [
    'const in draft-04',
    { $schema: 'http://json-schema.org/draft-04/schema#', const: 1 },
    { $schema: 'http://json-schema.org/draft-04/schema#' },
    'proved',
    'undecided',
  ],
  ['unevaluatedProperties', {}, { unevaluatedProperties: false }, 'undecided', 'proved'],
  ['nullable', { type: 'string' }, { type: 'string', nullable: true }, 'proved', 'undecided'],
  ['x-vendor', { 'x-vendor': 1 }, { 'x-vendor': 2 }, 'proved', 'proved'],
]

describe('the verdicts', () => {
  it.each(rows)('%s: %j, %j', (_, old, next, forward, backward) => {
    const found = compareSchemas(old, next)
    expect([found.forward.verdict, found.backward.verdict]).toEqual([forward, backward])
  })
})

const closed = {
  type: 'object',
  properties: { command: { type: 'array', items: { type: 'string' } }, maxRunTime: { type: 'integer', maximum: 3600 } },
  required: ['command'],
  additionalProperties: false,
}

describe('a comparison', () => {
  it('shows a payload that breaks, and says why', () => {
    const next = { ...closed, required: ['command', 'maxRunTime'] }
    const { forward, backward, changes } = compareSchemas(closed, next)
    expect(forward).toEqual({
      verdict: 'refuted',
      witness: { command: ['true'] },
      violations: [
        {
          path: '',
          message: 'must have property `maxRunTime`',
          keyword: 'required',
          schemaPath: '#/required',
          property: 'maxRunTime',
        },
      ],
    })
    expect(backward).toEqual({ verdict: 'proved', rule: 'no value' })
    expect(changes).toMatchObject([
      {
        kind: 'added',
        path: '/maxRunTime',
        what: 'required',
        effect: 'narrows',
        sentence: '`maxRunTime` must be there now.',
        places: { old: '/required', new: '/required' },
        witness: { command: ['true'] },
      },
    ])
  })

  it('looks at each change by itself, those that break tasks first', () => {
    const next = {
      ...closed,
      title: 'New',
      properties: { ...closed.properties, maxRunTime: { type: 'integer', maximum: 60 }, env: { type: 'object' } },
    }
    const { changes } = compareSchemas(closed, next)
    expect(changes.map(({ effect, path, what }) => `${effect}: ${path} ${what}`)).toEqual([
      'narrows: /maxRunTime maximum',
      'widens: /env property',
      'text only:  title',
    ])
    expect(changes[0]?.sentence).toBe('`maxRunTime` must be at most 60; before, it had to be at most 3600.')
  })

  it('names the component that caused a change', () => {
    const restriction = { id: 'cache/caches', component: 'plugin cache', paths: ['/maxRunTime'] }
    const origin = { provenance: { command: 'engine mock', maxRunTime: 'plugin maxruntime' }, restrictions: [] }
    const next = { ...closed, properties: { command: { type: 'array' }, maxRunTime: { type: 'integer', maximum: 60 } } }
    const origins = { old: origin, new: { ...origin, restrictions: [restriction] } }
    const { changes } = compareSchemas(closed, next, { origins })
    expect(changes.map(({ path, component }) => [path, component])).toEqual([
      ['/maxRunTime', 'plugin cache'],
      ['/command', 'engine mock'],
    ])
  })

  it('gives a change the same id whatever else changes', () => {
    const one = compareSchemas(closed, { ...closed, required: [] }).changes
    const two = compareSchemas(closed, { ...closed, required: [], maxProperties: 5 }).changes
    expect(two.map(({ id }) => id)).toContain(one[0]?.id)
  })

  it('is undecided once the time is up', () => {
    const { forward } = compareSchemas(closed, { ...closed, required: [] }, { outOfTime: () => true })
    expect(forward).toEqual({ verdict: 'undecided', place: '', reason: 'the time was up' })
  })

  it('sees the change of a definition where it is used', () => {
    const of = (limit: number) => defs({ properties: { a: { $ref: '#/definitions/x' } } }, { x: { maximum: limit } })
    expect(compareSchemas(of(2), of(1)).changes).toMatchObject([
      { path: '/a', what: 'maximum', effect: 'narrows', places: { old: '/definitions/x/maximum' } },
    ])
  })
})
