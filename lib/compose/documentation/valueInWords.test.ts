import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { valueInWords } from './limitsInWords'

const cases: [JsonValue, string][] = [
  [{ type: 'string' }, 'text'],
  [{ type: 'boolean' }, 'true or false'],
  [{ type: 'boolean', const: false }, 'always `false`'],
  [{ type: 'string', enum: ['a', 'b'] }, 'one of `a`, `b`'],
  [{ enum: ['only'] }, 'always `only`'],
  [{ enum: [] }, 'nothing, whatever the value'],
  [{ not: {} }, 'nothing, whatever the value'],
  [false, 'nothing, whatever the value'],
  [true, 'value'],
  [{}, 'value'],
  [{ type: 'string', format: 'uri' }, 'URL'],
  [{ type: 'string', format: 'ipv4' }, 'text, in the format `ipv4`'],
  [{ type: 'array', items: { type: 'string', format: 'date-time' } }, 'list of dates and times'],
  [{ type: 'array', items: { type: 'object' } }, 'list of objects'],
  [{ type: 'array', items: { type: 'array', items: { type: 'integer' } } }, 'list of lists of whole numbers'],
  [{ type: 'array', items: { type: 'string', pattern: '^a|b' } }, 'list of texts, every item: matches `^a|b`'],
  [{ type: 'object', additionalProperties: { type: 'string' } }, 'object with texts under names of your choice'],
  [{ type: 'object', properties: {}, additionalProperties: false }, 'object'],
  [{ type: ['integer', 'string'], pattern: '^x', maximum: 3600 }, 'whole number or text, matches `^x`, at most 3600'],
  [{ type: 'integer', minimum: 0, maximum: 300000 }, 'whole number, from 0 to 300000'],
  [{ type: 'number', minimum: 1 }, 'number, at least 1'],
  [{ type: 'number', exclusiveMinimum: 1, exclusiveMaximum: 2 }, 'number, more than 1, less than 2'],
  [{ type: 'number', multipleOf: 0.5 }, 'number, a multiple of 0.5'],
  [{ type: 'string', minLength: 1, maxLength: 255 }, 'text, at least 1 character, at most 255 characters'],
  [
    { type: 'array', minItems: 1, maxItems: 2, uniqueItems: true },
    'list, at least 1 item, at most 2 items, no item twice',
  ],
  [{ type: 'array', contains: { const: 1 } }, 'list, at least one item that is always `1`'],
  [{ type: 'array', items: [{ type: 'string' }, {}] }, 'list, items in this order: text; value'],
  [{ type: 'object', minProperties: 1, maxProperties: 2 }, 'object, at least 1 member, at most 2 members'],
  [{ type: 'object', propertyNames: { pattern: '^[a-z]+$' } }, 'object, every name: matches `^[a-z]+$`'],
  [{ type: 'object', propertyNames: { enum: ['a', 'b'] } }, 'object, every name: is one of `a`, `b`'],
  [{ type: 'string', not: { const: '' } }, 'text, not `""`'],
  [{ type: 'string', not: { enum: ['a', 'b'] } }, 'text, none of `a`, `b`'],
  [{ type: 'string', not: { pattern: '/$' } }, 'text, does not match `/$`'],
  [{ type: 'object', not: { required: ['a', 'b'] } }, 'object, without `a` together with `b`'],
  [
    { type: 'object', not: { minProperties: 1, required: ['a'] } },
    'object, nothing that fits `{"minProperties":1,"required":["a"]}`',
  ],
  [{ type: 'string', allOf: [{ pattern: '^a' }, { pattern: 'b$' }] }, 'text, matches `^a`, matches `b$`'],
  [{ allOf: [{ type: 'string' }, { allOf: [{ maxLength: 2 }] }] }, 'text, at most 2 characters'],
  [
    { type: 'object', patternProperties: { '^caches$': { type: 'array', maxItems: 0 } } },
    'object, `caches` may be there, but empty',
  ],
  [{ type: 'object', patternProperties: { '^a$': { type: 'integer' } } }, 'object, `a` may be there: whole number'],
  [{ patternProperties: { '^x-': { type: 'string' } } }, 'value, names that match `^x-` hold this: text'],
  [{ oneOf: [{}, {}] }, 'one of several forms'],
  [{ type: 'object', dependencies: { a: ['b'] } }, 'object, as `{"dependencies":{"a":["b"]}}` says'],
  [{ type: 'string', constructor: 1 }, 'text, as `{"constructor":1}` says'],
]

describe('valueInWords', () => {
  it.each(cases)('%j is %s', (schema, words) => {
    expect(valueInWords(schema)).toBe(words)
  })
})
