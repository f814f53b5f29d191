import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { prepareSchema } from '@/lib/schema/document/prepareSchema'
import { readSchemaDocument } from '@/lib/schema/document/schemaDocument'
import { condition } from '@/lib/schema/testing/condition'
import { expandSchemas } from './expandSchemas'

/** The ways to satisfy a schema, each as one object of all its keywords. */
function ways(schema: JsonObject): JsonValue[] {
  const prepared = prepareSchema(readSchemaDocument(schema).nodes)
  return [...expandSchemas(prepared, [prepared.root])].map((parts) => Object.assign({}, ...parts, { $ref: undefined }))
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name): JsonObject => ({ [name]: { type: name } }))
const of = (...parts: (JsonObject | undefined)[]): JsonObject => ({ properties: Object.assign({}, ...parts) })

describe('the ways in which a value can satisfy a schema', () => {
  const [type, low, high] = [{ type: 'integer' }, { minimum: 1 }, { maximum: 9 }]

  it.each<[string, JsonObject, JsonValue[]]>([
    ['a plain one', { ...type, ...low }, [{ ...type, ...low }]],
    ['allOf, opened', { ...type, allOf: [low, { allOf: [high] }] }, [{ ...type, ...low, ...high }]],
    [
      'anyOf, one after the other',
      { ...type, anyOf: [low, high] },
      [
        { ...type, ...low },
        { ...type, ...high },
      ],
    ],
    ['oneOf, one after the other', { oneOf: [low, high] }, [low, high]],
    ['alternatives of alternatives', { anyOf: [{ oneOf: [low, type] }, high] }, [low, type, high]],
    ['a reference, opened', { $ref: '#/definitions/x', ...low, definitions: { x: type } }, [{ ...low, ...type }]],
    ['false has no way', { anyOf: [false, low] }, [low]],
    ['true asks for nothing', { anyOf: [true, low] }, [{}, low]],
    [
      'both ways of a condition',
      condition(type, low, high),
      [
        { ...type, ...low },
        { not: type, ...high },
      ],
    ],
    ['a condition without branches', condition(type), [type, { not: type }]],
    ['the names that a property depends on', { dependencies: { a: ['b'] } }, [{ dependencies: { a: ['b'] } }]],
    [
      'a schema that a property depends on',
      { dependencies: { a: low } },
      [{ dependencies: { a: low } }, { dependencies: { a: low }, ...low }],
    ],
    [
      'a schema that a required property depends on',
      { required: ['a'], dependencies: { a: low } },
      [{ required: ['a'], dependencies: { a: low }, ...low }],
    ],
  ])('%s', (_, schema, expected) => {
    expect(ways(schema)).toEqual(expected)
  })

  it('are every combination of two choices, the first alternatives first', () => {
    const found = ways({ anyOf: [of(a), of(b)], oneOf: [of(c), of(d)] })
    // of two `properties` the last is seen here
    expect(found).toEqual([of(c), of(d), of(c), of(d)])
  })

  it('are of a bounded number', () => {
    const choice: JsonObject = { anyOf: [low, high, type] }
    expect(ways({ allOf: Array.from({ length: 8 }, () => choice) })).toHaveLength(200)
  })
})
