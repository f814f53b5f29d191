import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { arbitrarySchema, arbitraryValue } from '@/lib/schema/testing/arbitrarySchema'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { compareSchemas } from './compareSchemas'
import { arbitraryPair } from './testing/arbitraryPair'
import { decideBoth } from './testing/decideBoth'
import { solveSchema } from './testing/solveSchema'

type Verdict = ReturnType<typeof decideBoth>[number]

/** Two answers to one question: they may differ in what they know, never in what they say. */
function expectAgreed(one: readonly Verdict[], other: readonly Verdict[]): void {
  for (const [i, verdict] of one.entries()) expect([verdict, other[i]].sort()).not.toEqual(['proved', 'refuted'])
}

const split = ({ definitions = {}, ...schema }: JsonObject): { schema: JsonValue; definitions: JsonValue } => ({
  schema,
  definitions,
})

describe('the same question asked in another way', () => {
  const ways: [string, (schema: JsonObject) => JsonObject][] = [
    ['with the keys of all objects in another order', reordered],
    ['with alternatives and parts in another order', (schema) => Object(turned(schema))],
    [
      'of a member',
      (whole) => {
        const { schema, definitions } = split(whole)
        return { type: 'object', properties: { x: schema }, required: ['x'], definitions }
      },
    ],
    [
      'of all further members',
      (whole) => {
        const { schema, definitions } = split(whole)
        return { type: 'object', additionalProperties: schema, minProperties: 1, definitions }
      },
    ],
    [
      'of an item behind others',
      (whole) => {
        const { schema, definitions } = split(whole)
        return { type: 'array', items: [true, schema], minItems: 2, definitions }
      },
    ],
    [
      'of an item that there must be',
      (whole) => {
        const { schema, definitions } = split(whole)
        return { type: 'array', contains: schema, maxItems: 1, definitions }
      },
    ],
    [
      'through a reference',
      (whole) => {
        const { schema, definitions } = split(whole)
        return { $ref: '#/definitions/moved', definitions: { ...Object(definitions), moved: schema } }
      },
    ],
    [
      'beside an alternative that takes nothing',
      (whole) => {
        const { schema, definitions } = split(whole)
        return { oneOf: [false, schema], definitions }
      },
    ],
  ]

  it.each(ways)('%s', (_, put) => {
    fc.assert(
      fc.property(arbitraryPair, ([old, next]) => expectAgreed(decideBoth(old, next), decideBoth(put(old), put(next)))),
      { numRuns: deepRuns(60, 1 / 4) },
    )
  })

  it('of what is refused, the other way round', () => {
    const not = (whole: JsonObject): JsonObject => {
      const { schema, definitions } = split(whole)
      return { not: schema, definitions }
    }
    fc.assert(
      fc.property(arbitraryPair, ([old, next]) => expectAgreed(decideBoth(old, next), decideBoth(not(next), not(old)))),
      { numRuns: deepRuns(100, 1 / 4) },
    )
  })

  it('from the other side', () => {
    fc.assert(
      fc.property(arbitraryPair, ([old, next]) => {
        expectAgreed(decideBoth(old, next), [...decideBoth(next, old)].reverse())
      }),
      { numRuns: deepRuns(100, 1 / 4) },
    )
  })
})

describe('what is proved stays proved', () => {
  it('where both must also fit a third, or may fit a third instead', () => {
    fc.assert(
      fc.property(arbitraryPair, arbitrarySchema, ([old, next], other) => {
        if (decideBoth(old, next)[0] !== 'proved') return
        const { schema: third, definitions } = split(other)
        for (const keyword of ['allOf', 'anyOf']) {
          const [one, two] = [old, next].map((whole) => ({ [keyword]: [split(whole).schema, third], definitions }))
          expect(decideBoth(one ?? {}, two ?? {})[0]).not.toBe('refuted')
        }
      }),
      { numRuns: deepRuns(100, 1 / 4) },
    )
  })
})

describe('the solver', () => {
  it('finds what fits, and says of nothing that it does not exist where it does', () => {
    fc.assert(
      fc.property(arbitrarySchema, fc.array(arbitraryValue, { minLength: 10, maxLength: 30 }), (schema, values) => {
        const { accepts } = compilePayloadValidator(schema)
        const found = solveSchema(schema)
        if (found.kind === 'value') expect(accepts(found.value)).toBe(true)
        if (found.kind === 'empty')
          for (const value of values) expect(accepts(JSON.parse(JSON.stringify(value)))).toBe(false)
      }),
      { numRuns: deepRuns(400, 1 / 4) },
    )
  })
})

it('shows no change where nothing is written differently, and text changes alone where nothing else is', () => {
  fc.assert(
    fc.property(arbitrarySchema, (schema) => {
      expect(compareSchemas(schema, reordered(schema)).changes).toEqual([])
      // beside a reference they are not looked at
      if (schema.$ref !== undefined) return
      const told = compareSchemas(schema, { ...schema, description: 'new' }).changes
      expect(told).toMatchObject([{ what: 'description', kind: 'added', effect: 'text only' }])
    }),
    { numRuns: deepRuns(60, 1 / 4) },
  )
})

function reordered(schema: JsonObject): JsonObject {
  const reverse = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(reverse)
    if (!isJsonObject(value)) return value
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, member]) => [key, reverse(member)] as const)
        .reverse(),
    )
  }
  return Object(reverse(schema))
}

const unordered = new Set(['allOf', 'anyOf', 'oneOf', 'required'])

function turned(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(turned)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const inner = turned(member)
      return [key, unordered.has(key) && Array.isArray(inner) ? inner.toReversed() : inner]
    }),
  )
}
