import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { condition } from '@/lib/schema/testing/condition'
import { findViolations } from '@/lib/schema/validate/findViolations'

/** schema, value, where it is wrong in the value and where the schema says so: `place < place in the schema` */
type Row = [JsonObject, JsonValue, ...string[]]

function places(schema: JsonObject, value: JsonValue): string[] {
  return findViolations(schema, value).map(({ path, schemaPath }) => `${path} < ${schemaPath}`)
}

const cases: Record<string, Row[]> = {
  'keywords about the value itself': [
    [{ type: 'null' }, 1, ' < #/type'],
    [{ enum: [1] }, 2, ' < #/enum'],
    [{ const: 1 }, 2, ' < #/const'],
    [{ minimum: 1, multipleOf: 2 }, -1, ' < #/minimum', ' < #/multipleOf'],
    [{ minLength: 2, pattern: 'b', format: 'date' }, 'a', ' < #/format', ' < #/minLength', ' < #/pattern'],
    [{ minItems: 1 }, [], ' < #/minItems'],
    [{ uniqueItems: true }, [1, 1], ' < #/uniqueItems'],
    [{ contains: { const: 1 } }, [2], ' < #/contains'],
    [{ maxProperties: 0 }, { a: 1 }, ' < #/maxProperties'],
    [{ not: { const: 1 } }, 1, ' < #/not'],
  ],
  'keywords about members': [
    [{ properties: { a: { type: 'null' } } }, { a: 1 }, '/a < #/properties/a/type'],
    [{ properties: { a: false } }, { a: 1 }, '/a < #/properties/a'],
    [{ properties: { 'a/b~': { minimum: 1 } } }, { 'a/b~': 0 }, '/a~1b~0 < #/properties/a~1b~0/minimum'],
    [{ patternProperties: { '^/': { minimum: 1 } } }, { '/x': 0 }, '/~1x < #/patternProperties/^~1/minimum'],
    [{ additionalProperties: { minimum: 1 } }, { a: 0 }, '/a < #/additionalProperties/minimum'],
    // what is unknown is at itself, what is missing at its parent
    [{ additionalProperties: false }, { a: 0 }, '/a < #/additionalProperties'],
    [{ properties: { a: { required: ['b'] } } }, { a: {} }, '/a < #/properties/a/required'],
    [{ propertyNames: { maxLength: 1 } }, { ab: 1 }, '/ab < #/propertyNames/maxLength'],
    [{ dependencies: { a: ['b'] } }, { a: 1 }, ' < #/dependencies'],
    [{ dependencies: { a: { minProperties: 2 } } }, { a: 1 }, ' < #/dependencies/a/minProperties'],
  ],
  'keywords about items': [
    [{ items: { minimum: 1 } }, [1, 0, 1, -1], '/1 < #/items/minimum', '/3 < #/items/minimum'],
    [{ items: [true, { minimum: 1 }] }, [0, 0], '/1 < #/items/1/minimum'],
    [{ items: [true], additionalItems: { minimum: 1 } }, [0, 0], '/1 < #/additionalItems/minimum'],
    [{ items: [true], additionalItems: false }, [0, 0], '/1 < #/additionalItems'],
    [{ items: { items: { minimum: 1 } } }, [[1], [1, 0]], '/1/1 < #/items/items/minimum'],
  ],
  combinations: [
    [{ allOf: [true, { minimum: 1 }] }, 0, ' < #/allOf/1/minimum'],
    [condition({ const: 0 }, { minimum: 1 }), 0, ' < #/then/minimum'],
    [condition({ const: 0 }, true, { minimum: 2 }), 1, ' < #/else/minimum'],
    [condition({ const: 0 }, false), 0, ' < #/then'],
    [{ properties: { a: { anyOf: [{ minimum: 1 }, { const: 'x' }] } } }, { a: 0 }, '/a < #/properties/a/anyOf'],
    [{ anyOf: [{ minimum: 1 }, { const: 'x' }] }, 0, ' < #/anyOf/0/minimum'],
  ],
  references: [
    [{ $ref: '#/definitions/a', definitions: { a: { minimum: 1 } } }, 0, ' < #/definitions/a/minimum'],
    [
      { items: { $ref: '#/definitions/a~1b' }, definitions: { 'a/b': { minimum: 1 } } },
      [0],
      '/0 < #/definitions/a~1b/minimum',
    ],
    [{ properties: { a: { $ref: '#' } }, required: ['b'] }, { a: { b: 1 } }, ' < #/required'],
    [{ properties: { a: { $ref: '#' } }, required: ['b'] }, { b: 1, a: { a: { b: 1 } } }, '/a < #/required'],
    [
      { $ref: '#/definitions/a', maximum: -1, definitions: { a: { minimum: 1 } } },
      0,
      ' < #/maximum',
      ' < #/definitions/a/minimum',
    ],
    // said once, however often it is referred to
    [
      { allOf: [{ $ref: '#/definitions/a' }, { $ref: '#/definitions/a' }], definitions: { a: { minimum: 1 } } },
      0,
      ' < #/definitions/a/minimum',
    ],
    // but at each place
    [
      { items: { $ref: '#/definitions/a' }, definitions: { a: { minimum: 1 } } },
      [0, 0],
      '/0 < #/definitions/a/minimum',
      '/1 < #/definitions/a/minimum',
    ],
  ],
}

describe.each(Object.entries(cases))('the places of %s', (_, rows) => {
  it.each(rows)('%j of %j', (schema, value, ...expected) => {
    expect(places(schema, value)).toEqual(expected)
  })
})

describe('the property that is missing', () => {
  it.each<[JsonObject, JsonValue, (string | undefined)[]]>([
    [{ required: ['a', 'b'] }, { b: 1 }, ['a']],
    [{ dependencies: { a: ['b', 'c'] } }, { a: 1 }, ['b', 'c']],
    [{ properties: { a: { required: ['x'] } } }, { a: {} }, ['x']],
    [{ minProperties: 1 }, {}, [undefined]],
  ])('%j of %j: %j', (schema, value, expected) => {
    expect(findViolations(schema, value).map(({ property }) => property)).toEqual(expected)
  })
})
