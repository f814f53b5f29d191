import fc from 'fast-check'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { mapSubschemas } from '@/lib/schema/document/mapSubschemas'
import { arbitrarySchema } from '@/lib/schema/testing/arbitrarySchema'

/** One change: at which of the subschemas, what is done, and to which keyword. */
type Mutation = readonly [at: number, how: number, what: number]

const number = fc.nat({ max: 1000 })

/** A schema, and what one or several small changes at random places made of it. */
export const arbitraryPair: fc.Arbitrary<[JsonObject, JsonObject]> = fc
  .record({
    schema: arbitrarySchema,
    other: arbitrarySchema,
    mutations: fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 3 }),
  })
  .map(({ schema, other, mutations }) => {
    const { definitions = {}, ...start } = schema
    const mutated = mutations.reduce((changed, mutation) => mutate(changed, other, mutation), start)
    return [schema, { ...mutated, definitions }]
  })

function mutate(schema: JsonObject, other: JsonObject, [at, how, what]: Mutation): JsonObject {
  const goal = at % countSchemas(schema)
  let count = 0
  const visit = (part: JsonObject): JsonObject => {
    const changed = count++ === goal ? change(part, other, how, what) : part
    return mapSubschemas(changed, (subschema) => (isJsonObject(subschema) ? visit(subschema) : subschema))
  }
  return visit(schema)
}

function countSchemas(schema: JsonValue): number {
  if (!isJsonObject(schema)) return 0
  let count = 1
  mapSubschemas(schema, (subschema) => {
    count += countSchemas(subschema)
    return subschema
  })
  return count
}

/** Drops, changes, adds or doubles a keyword. */
function change(schema: JsonObject, other: JsonObject, how: number, what: number): JsonObject {
  const keywords = Object.keys(schema)
  const keyword = keywords[what % Math.max(keywords.length, 1)] ?? ''
  const value = schema[keyword]
  const donors = Object.entries(other).filter(([name]) => name !== 'definitions')
  const donor = donors[what % Math.max(donors.length, 1)]
  switch (how % 5) {
    case 0:
      return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword))
    case 1:
      return typeof value === 'number' ? { ...schema, [keyword]: value + 1 } : { title: 'changed', ...schema }
    case 2:
      return { ...schema, ...(donor === undefined ? {} : { [donor[0]]: donor[1] }) }
    case 3:
      return { anyOf: [schema, Object.fromEntries(donors)] }
    default:
      return Array.isArray(value) && value.length > 1 ? { ...schema, [keyword]: value.slice(1) } : schema
  }
}
