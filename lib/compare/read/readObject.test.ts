import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { describeRelations } from '@/lib/compare/testing/describeRelations'
import { condition } from '@/lib/schema/testing/condition'

const object = { type: 'object' }
const noObject = { not: object }
const none = { type: 'null' }

describeRelations('properties', [
  [{ properties: { a: { type: 'integer' } } }, '<', { properties: { a: { type: 'number' } } }, { a: 0.5 }],
  [{ properties: { a: true } }, '=', {}],
  [{ properties: {} }, '=', {}],
  [{ properties: { a: none } }, '|', { properties: { b: none } }, { b: 1 }, { a: 1 }],
  [{ properties: { a: none, b: none } }, '<', { properties: { a: none } }, { b: 1 }],
  [{ properties: { a: none }, required: ['a'] }, '<', { required: ['a'] }, { a: 1 }],
  // false forbids the property, and nothing else
  [{ properties: { a: false } }, '=', { not: { ...object, required: ['a'] } }, { a: 1 }],
  [{ properties: { a: false } }, '<', { properties: { a: none } }, { a: null }],
  [{ properties: { '': none } }, '<', {}, { '': 1 }],
  [{ properties: { 'a/b': none, '~': none } }, '<', { properties: { '~': none } }, { 'a/b': 1 }],
  [{ properties: { constructor: none } }, '<', {}, { constructor: 1 }],
  [{ properties: { a: { properties: { b: none } } } }, '<', {}, { a: { b: 1 } }],
  [{ properties: { a: none } }, '>', { ...object, properties: { a: none } }, 'a'],
])

describeRelations('required', [
  [{ required: ['a', 'b'] }, '<', { required: ['a'] }, { a: 1 }],
  [{ required: ['a', 'b'] }, '=', { required: ['b', 'a'] }, { a: 1 }],
  [{ required: [] }, '=', {}],
  [{ required: ['a'] }, '|', { required: ['b'] }, { a: 1 }, { b: 1 }],
  [{ required: ['a'] }, '<', { minProperties: 1 }, { b: 1 }],
  [{ required: ['a', 'b'] }, '<', { minProperties: 2 }, { a: 1, c: 1 }],
  [{ required: ['a'], maxProperties: 1 }, '=', { required: ['a'], propertyNames: { const: 'a' } }, { a: 1, b: 1 }],
  [{ required: ['toString'] }, '<', {}, {}],
])

describeRelations('required properties that cannot be', [
  [{ required: ['a'], properties: { a: false } }, '=', noObject, { a: 1 }],
  [{ required: ['a'], properties: { a: { allOf: [none, { const: 1 }] } } }, '=', noObject, { a: 1 }],
  [{ required: ['a'], additionalProperties: false }, '=', noObject, { a: 1 }],
  [{ required: ['a'], maxProperties: 0 }, '=', noObject, { a: 1 }],
  [{ required: ['a'], propertyNames: { maxLength: 0 } }, '=', noObject, { a: 1 }],
  [{ required: ['ab'], patternProperties: { '^a': false } }, '=', noObject, { ab: 1 }],
  [{ required: ['b'], patternProperties: { '^a': false } }, '>', noObject, { b: 1 }],
])

describeRelations('patternProperties', [
  [{ patternProperties: { '^a': none } }, '<', { properties: { ab: none } }, { aa: 1 }],
  [{ patternProperties: { a: none } }, '<', { patternProperties: { '^a': none } }, { ba: 1 }],
  [{ patternProperties: { '': none } }, '=', { additionalProperties: none }, { a: 1 }],
  [{ patternProperties: { '^[ab]$': none } }, '=', { properties: { a: none, b: none } }, { a: 1 }],
  [{ patternProperties: { '^a': true } }, '=', {}],
  [
    { patternProperties: { '^a': { minimum: 1 }, '^ab': { minimum: 0 } } },
    '=',
    { patternProperties: { '^a': { minimum: 1 } } },
    { abc: 0 },
  ],
  // all that speak of a name hold together
  [
    { properties: { ab: { minimum: 1 } }, patternProperties: { '^a': { maximum: 5 } } },
    '<',
    { properties: { ab: { minimum: 1, maximum: 5 } } },
    { ac: 6 },
  ],
  [{ patternProperties: { '^a': { type: 'string' }, b$: none } }, '<', { properties: { ab: false } }, { aa: 1 }],
  [{ patternProperties: { '^a': none, '^b': none } }, '=', { patternProperties: { '^[ab]': none } }, { bb: 1 }],
  [{ patternProperties: { '^.$': none } }, '<', { properties: { '😀': none } }, { a: 1 }],
])

describeRelations('additionalProperties', [
  [{ additionalProperties: false }, '=', { maxProperties: 0 }, { a: 1 }],
  [{ additionalProperties: true }, '=', {}],
  [{ properties: { a: true }, additionalProperties: false }, '=', { propertyNames: { const: 'a' } }, { b: 1 }],
  [
    { properties: { a: true, b: true }, additionalProperties: false },
    '=',
    { propertyNames: { enum: ['a', 'b'] } },
    { c: 1 },
  ],
  [
    { patternProperties: { '^a': true }, additionalProperties: false },
    '=',
    { propertyNames: { pattern: '^a' } },
    { b: 1 },
  ],
  [{ properties: { a: true }, additionalProperties: false }, '<', { maxProperties: 1 }, { b: 1 }],
  [
    { properties: { a: true }, additionalProperties: none },
    '|',
    { properties: { b: true }, additionalProperties: none },
    { a: 1 },
    { b: 1 },
  ],
  [{ properties: { a: none }, additionalProperties: none }, '=', { additionalProperties: none }, { a: 1 }],
  [{ additionalProperties: none }, '<', { properties: { a: none } }, { b: 1 }],
  [
    { patternProperties: { '^b': true }, additionalProperties: false },
    '<',
    { properties: { a: true }, patternProperties: { '^b': true }, additionalProperties: false },
    { a: 1 },
  ],
  // it looks at the keywords beside it, not at those in other schemas
  [{ allOf: [{ properties: { a: true } }, { additionalProperties: false }] }, '=', { maxProperties: 0 }, { a: 1 }],
  [
    { properties: { a: true }, additionalProperties: false, allOf: [{ properties: { b: true } }] },
    '=',
    { propertyNames: { const: 'a' } },
    { b: 1 },
  ],
])

describeRelations('propertyNames', [
  [{ propertyNames: { maxLength: 1 } }, '<', { propertyNames: { maxLength: 2 } }, { ab: 1 }],
  [{ propertyNames: false }, '=', { maxProperties: 0 }, { a: 1 }],
  [{ propertyNames: { type: 'string' } }, '=', {}],
  [{ propertyNames: { type: 'number' } }, '=', { maxProperties: 0 }, { a: 1 }],
  [{ propertyNames: { minimum: 5 } }, '=', {}],
  [{ propertyNames: { enum: ['a', 'b'] }, minProperties: 3 }, '=', noObject, { a: 1, b: 1 }],
  [{ propertyNames: { enum: ['a', 'b'] }, minProperties: 2 }, '<', { required: ['a', 'b'] }, { a: 1, b: 1, c: 1 }],
  [
    { propertyNames: { pattern: '^a' }, patternProperties: { '^a': none } },
    '<',
    { additionalProperties: none },
    { b: null },
  ],
  [{ not: { propertyNames: { maxLength: 1 } } }, '<', { ...object, minProperties: 1 }, { a: 1 }],
  [{ propertyNames: { not: { const: 'a' } } }, '=', { properties: { a: false } }, { a: 1 }],
])

describeRelations('dependencies', [
  [{ dependencies: { a: ['b'] } }, '|', { dependencies: { b: ['a'] } }, { b: 1 }, { a: 1 }],
  [{ dependencies: { a: [] } }, '=', {}],
  [{ dependencies: { a: true } }, '=', {}],
  [{ dependencies: { a: false } }, '=', { properties: { a: false } }, { a: 1 }],
  [{ dependencies: { a: ['b'] } }, '=', { dependencies: { a: { required: ['b'] } } }, { a: 1 }],
  [{ dependencies: { a: ['b', 'c'] } }, '<', { dependencies: { a: ['b'] } }, { a: 1, b: 1 }],
  [{ dependencies: { a: ['b'], b: ['c'] } }, '<', { dependencies: { a: ['c'] } }, { a: 1, c: 1 }],
  [{ dependencies: { a: ['b'] }, required: ['a'] }, '=', { required: ['a', 'b'] }, { a: 1 }],
  [
    { dependencies: { a: ['b'] }, properties: { b: false } },
    '=',
    { properties: { a: false, b: false } },
    { a: 1, b: 1 },
  ],
  [{ dependencies: { a: { properties: { b: none } } } }, '>', { properties: { b: none } }, { b: 1 }],
  [{ dependencies: { a: { type: 'array' } } }, '=', { properties: { a: false } }, { a: 1 }],
  [{ dependencies: { a: ['b'] } }, '=', condition({ ...object, required: ['a'] }, { required: ['b'] }), { a: 1 }],
  [{ dependencies: { a: ['b'] } }, '>', { ...object, dependencies: { a: ['b'] } }, 'a'],
  [{ dependencies: { '': ['a'] } }, '<', {}, { '': 1 }],
])

describeRelations('numbers of properties', [
  [{ minProperties: 0 }, '=', {}],
  [{ maxProperties: 1 }, '|', { minProperties: 1 }, {}, { a: 1, b: 1 }],
  [{ minProperties: 2, maxProperties: 1 }, '=', noObject, {}],
  [{ not: { minProperties: 1 } }, '=', { const: {} }, { a: 1 }],
  [{ not: { maxProperties: 1 } }, '=', { ...object, minProperties: 2 }, { a: 1 }],
  [
    { minProperties: 1, properties: { a: true }, additionalProperties: false },
    '=',
    { required: ['a'], maxProperties: 1 },
    {},
  ],
  [{ minProperties: 2, properties: { a: true }, additionalProperties: false }, '=', noObject, { a: 1 }],
  [{ minProperties: 2, properties: { a: true, b: false }, additionalProperties: false }, '=', noObject, { a: 1, b: 1 }],
])

describeRelations('objects that are written out', [
  [
    { ...object, properties: { a: { const: 1 } }, required: ['a'], additionalProperties: false },
    '=',
    { const: { a: 1 } },
    { a: 2 },
  ],
  [
    { ...object, properties: { a: { const: 1 } }, required: ['a'], maxProperties: 1 },
    '=',
    { const: { a: 1 } },
    { a: 1, b: 1 },
  ],
  [
    { ...object, properties: { a: { enum: [1, 2] } }, required: ['a'], maxProperties: 1 },
    '>',
    { const: { a: 1 } },
    { a: 2 },
  ],
  [{ ...object, properties: { a: { const: 1 } }, additionalProperties: false }, '>', { const: { a: 1 } }, {}],
  [{ ...object, properties: { a: { const: 1 } }, required: ['a'] }, '>', { const: { a: 1 } }, { a: 1, b: 1 }],
])

describe('what cannot be told', () => {
  it.each<[JsonValue, string, string]>([
    [{ required: 'a' }, '/required', '`required` is not a list of names'],
    [{ required: ['a', 5] }, '/required', '`required` is not a list of names'],
    [{ properties: ['a'] }, '/properties', ''],
    [{ patternProperties: { '(?!a)': false } }, '/patternProperties', 'looks ahead or behind'],
    [{ patternProperties: { '(?!a)': true }, additionalProperties: false }, '/patternProperties', 'looks ahead'],
    [{ maxProperties: -1 }, '/maxProperties', 'the bound is not a whole number'],
    [{ dependencies: { a: 5 } }, '/dependencies/a', 'a schema is an object, true or false'],
  ])('%j at %s', (next, place, reason) => {
    const old = { ...object, required: ['a', 'b'], properties: { a: none, b: none }, maxProperties: 2 }
    expect(compareSchemas(old, { ...object, ...Object(next) }).forward).toEqual({
      verdict: 'undecided',
      place,
      reason: expect.stringContaining(reason),
    })
    const same = { ...object, ...Object(next) }
    expect(compareSchemas(same, { ...same, title: 'a' }).forward.verdict).toBe('proved')
  })

  it('takes a single name as the dependency of draft-03 has it', () => {
    expect(compareSchemas({ dependencies: { a: 'b' } }, { dependencies: { a: ['b'] } }).forward.verdict).toBe('proved')
  })
})
