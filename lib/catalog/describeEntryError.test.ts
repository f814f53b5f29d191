import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { describeEntryError } from './validateEntry'

function words(schema: JsonObject | boolean, value: JsonValue): (string | undefined)[] {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false })
  const validate = ajv.compile(schema)
  validate(value)
  return (validate.errors ?? []).map(describeEntryError)
}

describe('describeEntryError', () => {
  it.each<[JsonObject | boolean, JsonValue, (string | undefined)[]]>([
    [{ required: ['a'] }, {}, ['The member a is missing.']],
    [{ dependencies: { a: ['b'] } }, { a: 1 }, ['The member b is missing; a needs it.']],
    [{ additionalProperties: false }, { a: 1 }, ['There is no member a here.']],
    [{ properties: { a: false } }, { a: 1 }, ['This member does not belong in an entry of this kind.']],
    [{ type: 'string' }, 1, ['This has to be of type string.']],
    [{ type: ['string', 'null'] }, 1, ['This has to be of type string or null.']],
    [{ enum: ['a', 'b'] }, 1, ['This has to be one of a, b.']],
    [{ const: 'a' }, 1, ['This has to be "a".']],
    [{ pattern: '^a$' }, 'b', ['This has not the form ^a$.']],
    [{ minLength: 1 }, '', ['This must NOT have fewer than 1 characters.']],
    [
      { anyOf: [{ type: 'null' }], description: 'Nothing.' },
      1,
      ['This has to be of type null.', 'This fits none of the forms that are possible here. Nothing.'],
    ],
    [
      { oneOf: [{ type: 'null' }] },
      1,
      ['This has to be of type null.', 'This fits none of the forms that are possible here.'],
    ],
    [{ if: { type: 'null' }, else: { type: 'string' } }, 1, ['This has to be of type string.', undefined]],
    [{ minimum: 2, multipleOf: 2 }, 1, ['This must be >= 2.', 'This must be multiple of 2.']],
  ])('says of %j what is wrong with %j', (schema, value, expected) => {
    expect(words(schema, value)).toEqual(expected)
  })
})
