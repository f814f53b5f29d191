import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { describeRelations } from '@/lib/compare/testing/describeRelations'
import { condition } from '@/lib/schema/testing/condition'

const one = { const: 1 }
const two = { const: 2 }
const text = { type: 'string' }
const none = { type: 'null' }
const number = { type: 'number' }
const object = { type: 'object' }
const array = { type: 'array' }
const member = (schema: JsonValue): JsonValue => ({ properties: { a: schema } })

describeRelations('allOf', [
  [{ allOf: [true] }, '=', {}],
  [{ allOf: [{ minimum: 1 }, false] }, '=', false, 1],
  [{ allOf: [{ minimum: 1 }, { maximum: 2 }] }, '=', { minimum: 1, maximum: 2 }, 3],
  [{ allOf: [{ minimum: 1 }], maximum: 2 }, '<', { allOf: [{ minimum: 1 }] }, 3],
  [{ allOf: [member({ minimum: 1 }), member({ maximum: 2 })] }, '=', member({ minimum: 1, maximum: 2 }), { a: 3 }],
  [{ allOf: [{ items: { minimum: 1 } }, { items: { maximum: 2 } }] }, '=', { items: { minimum: 1, maximum: 2 } }, [3]],
  [{ allOf: [{ allOf: [text] }, { allOf: [{ minLength: 1 }] }] }, '=', { ...text, minLength: 1 }, ''],
  [{ allOf: [text, text] }, '=', text, 1],
])

describeRelations('anyOf', [
  [{ anyOf: [{ minimum: 5 }, { minimum: 1 }] }, '=', { minimum: 1 }, 0],
  [{ anyOf: [false, none] }, '=', none, 1],
  [{ anyOf: [true, false] }, '=', true],
  [{ anyOf: [text, none] }, '=', { type: ['string', 'null'] }, 1],
  [{ anyOf: [text, none] }, '|', { anyOf: [text, number] }, null, 1],
  [{ anyOf: [one, two], not: one }, '=', two, 1],
  [{ anyOf: [{ required: ['a'] }, { required: ['b'] }] }, '<', { minProperties: 1 }, { c: 1 }],
  [member({ anyOf: [one, two] }), '=', { anyOf: [member(one), member(two)] }, { a: 3 }],
  // of two properties each alternative says something of its own
  [
    { anyOf: [{ properties: { a: one, b: one } }, { properties: { a: two, b: two } }] },
    '<',
    { properties: { a: { enum: [1, 2] }, b: { enum: [1, 2] } } },
    { a: 1, b: 2 },
  ],
  [{ anyOf: [{ items: one }, { items: two }] }, '<', { items: { enum: [1, 2] } }, [1, 2]],
  [{ anyOf: [{ items: one }, { items: two }], maxItems: 1 }, '=', { items: { enum: [1, 2] }, maxItems: 1 }, [3]],
  [
    { allOf: [{ anyOf: [{ minimum: 1 }, text] }, { maximum: 5 }] },
    '=',
    {
      anyOf: [
        { minimum: 1, maximum: 5 },
        { ...text, maximum: 5 },
      ],
    },
    6,
  ],
  [
    { anyOf: [{ allOf: [one, number] }, { allOf: [two, number] }] },
    '=',
    { allOf: [{ anyOf: [one, two] }, { anyOf: [number] }] },
    3,
  ],
])

describeRelations('oneOf', [
  [{ oneOf: [text, none] }, '=', { type: ['string', 'null'] }, 1],
  [{ oneOf: [{ minimum: 1 }, { minimum: 1 }] }, '=', false, 1],
  [{ oneOf: [text] }, '=', text, 1],
  [{ oneOf: [text, false] }, '=', text, 1],
  [{ oneOf: [true, { minimum: 1 }] }, '=', { not: { minimum: 1 } }, 1],
  [{ oneOf: [true, true, none] }, '=', false, null],
  [
    { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    '<',
    { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    { a: 1, b: 1 },
  ],
  [
    { ...object, oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    '=',
    {
      ...object,
      anyOf: [
        { required: ['a'], properties: { b: false } },
        { required: ['b'], properties: { a: false } },
      ],
    },
    { a: 1, b: 1 },
  ],
  [{ oneOf: [{ type: 'integer' }, number, number] }, '=', false, 0.5],
  // what is no number fits all three
  [{ oneOf: [{ minimum: 1 }, { minimum: 2 }, { minimum: 3 }] }, '=', { ...number, minimum: 1, exclusiveMaximum: 2 }, 2],
  [
    {
      oneOf: [
        { ...array, maxItems: 1 },
        { ...array, minItems: 1 },
      ],
    },
    '=',
    { ...array, not: { minItems: 1, maxItems: 1 } },
    [1],
  ],
  [{ oneOf: [member(one), member(two)] }, '=', { ...object, required: ['a'], properties: { a: { enum: [1, 2] } } }, {}],
  [{ oneOf: [text, none], anyOf: [none, number] }, '=', none, 'a'],
])

describeRelations('not', [
  [{ not: { not: text } }, '=', text, 1],
  [{ not: { anyOf: [text, none] } }, '=', { allOf: [{ not: text }, { not: none }] }, 'a'],
  [{ not: { allOf: [text, { minLength: 2 }] } }, '=', { anyOf: [{ not: text }, { not: { minLength: 2 } }] }, 'aa'],
  [{ not: { ...text, minLength: 2 } }, '=', { anyOf: [{ not: text }, { ...text, maxLength: 1 }] }, 'aa'],
  [{ not: { oneOf: [{ minimum: 1 }, { maximum: 1 }] } }, '=', { anyOf: [one, { not: number }] }, 2],
  [
    { not: { oneOf: [text, none, { enum: ['a', null] }] } },
    '=',
    { anyOf: [{ enum: ['a', null] }, { not: { type: ['string', 'null'] } }] },
    'b',
  ],
  [{ not: member(one) }, '=', { ...object, required: ['a'], properties: { a: { not: one } } }, { a: 1 }],
  [{ not: { items: one } }, '=', { ...array, contains: { not: one } }, [1]],
  [{ not: { items: [one] } }, '<', { ...array, minItems: 1 }, [1]],
  [{ not: { items: [one], additionalItems: two } }, '|', { ...array, minItems: 2 }, [2], [1, 2]],
  [{ not: { additionalProperties: one } }, '<', { ...object, minProperties: 1 }, { a: 1 }],
  [{ not: { properties: { a: true }, additionalProperties: false } }, '<', { ...object, minProperties: 1 }, { a: 1 }],
  [{ not: { patternProperties: { '^a': one } } }, '<', { ...object, minProperties: 1 }, { b: 2 }],
  [
    { not: { dependencies: { a: ['b'] } } },
    '=',
    { ...object, required: ['a'], not: { required: ['b'] } },
    { a: 1, b: 1 },
  ],
  [
    { not: { required: ['a', 'b'] } },
    '=',
    { ...object, anyOf: [{ properties: { a: false } }, { properties: { b: false } }] },
    { a: 1, b: 1 },
  ],
])

describeRelations('if, then and else', [
  [condition(text, { minLength: 1 }), '=', { minLength: 1 }, ''],
  [condition(true, none), '=', none, 1],
  [condition(false, none), '=', {}],
  [condition(false, false, none), '=', none, 1],
  [condition(one), '=', {}],
  [
    Object.fromEntries([
      ['then', false],
      ['else', false],
    ]),
    '=',
    {},
  ],
  [condition(one, true, false), '=', one, 2],
  [condition(one, false, true), '=', { not: one }, 1],
  [condition({ minimum: 5 }, { maximum: 10 }, { minimum: 0 }), '=', { minimum: 0, maximum: 10 }, 11],
  [
    condition({ required: ['a'] }, { required: ['b'] }, { required: ['c'] }),
    '<',
    { anyOf: [{ required: ['b'] }, { required: ['c'] }] },
    { a: 1, c: 1 },
  ],
  [
    condition({ properties: { kind: { const: 'file' } }, required: ['kind'] }, { required: ['path'] }),
    '=',
    { anyOf: [{ not: { properties: { kind: { const: 'file' } }, required: ['kind'] } }, { required: ['path'] }] },
    { kind: 'file' },
  ],
  // a property that is not there fits the condition as well
  [
    condition(member(one), { required: ['b'] }),
    '<',
    condition({ ...Object(member(one)), required: ['a'] }, { required: ['b'] }),
    {},
  ],
])

describe('lists of schemas that are none', () => {
  it.each<[JsonValue, string]>([
    [{ allOf: [] }, 'allOf'],
    [{ anyOf: {} }, 'anyOf'],
    [{ oneOf: 'a' }, 'oneOf'],
  ])('%j is undecided where it comes, and the same where it stays', (schema, keyword) => {
    const reason = `\`${keyword}\` is not a list of schemas`
    expect(compareSchemas({}, schema).forward).toEqual({ verdict: 'undecided', place: `/${keyword}`, reason })
    expect(compareSchemas(schema, { ...Object(schema), title: 'a' }).forward).toMatchObject({ rule: 'the same' })
  })
})

describe('what is written in another way', () => {
  it.each<[JsonValue, JsonValue]>([
    [{ allOf: [{ minimum: 1 }, { maximum: 2 }] }, { minimum: 1, maximum: 2 }],
    [{ anyOf: [text, none] }, { anyOf: [none, text, none] }],
    [{ anyOf: [text, { anyOf: [none, number] }] }, { type: ['null', 'string', 'number'] }],
    [{ enum: [1] }, { const: 1 }],
    [{ not: { anyOf: [text, none] } }, { allOf: [{ not: text }, { not: none }] }],
    [{ items: {} }, { title: 'a' }],
    [{ minLength: 0, required: [], properties: { a: true } }, {}],
    [{ oneOf: [text, false] }, text],
    [condition(true, text, none), text],
  ])('%j says the same as %j, without a search', (old, next) => {
    expect(compareSchemas(old, next).forward).toEqual({ verdict: 'proved', rule: 'the same' })
  })
})
