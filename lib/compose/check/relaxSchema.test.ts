import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { findReferences } from '@/lib/compose/design/references'
import { arbitraryFromSchema } from '@/lib/lifecycle/testing/arbitraryFromSchema'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { relaxSchema } from './validateConfig'

const text = { type: 'string' }
const open = { $env: 'NAME' }

function fits(schema: JsonObject, value: JsonValue): boolean {
  const relaxed = relaxSchema(
    schema,
    findReferences(value).map(({ place }) => place),
  )
  return typeof relaxed === 'boolean' ? relaxed : findViolations(relaxed, value).length === 0
}

/** Every place in a value, the value itself among them. */
function placesIn(value: JsonValue, place: (string | number)[] = []): (string | number)[][] {
  const members: [string | number, JsonValue][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : isJsonObject(value)
      ? Object.entries(value)
      : []
  return [place, ...members.flatMap(([key, member]) => placesIn(member, [...place, key]))]
}

function withReference(value: JsonValue, [head, ...rest]: (string | number)[]): JsonValue {
  if (head === undefined) return open
  if (Array.isArray(value)) return value.map((item, index) => (index === head ? withReference(item, rest) : item))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === head ? withReference(member, rest) : member]),
  )
}

describe('relaxSchema', () => {
  it.each<[string, JsonObject, JsonValue]>([
    ['a property', { properties: { a: { type: 'integer' } } }, { a: open }],
    ['a member of a map', { additionalProperties: text }, { a: open, b: 'x' }],
    ['a property of a closed object', { additionalProperties: false, properties: { a: text } }, { a: open }],
    [
      'a member under a pattern',
      { additionalProperties: false, patternProperties: { '^a': text } },
      { ab: open, ac: 'x' },
    ],
    ['an item', { items: text }, ['x', open]],
    ['an item of a tuple', { items: [text, { type: 'integer' }], additionalItems: false }, [open, 1]],
    ['an item after a tuple', { items: [text], additionalItems: text }, ['x', open]],
    ['two equal items', { uniqueItems: true, items: text }, [open, open]],
    [
      'what tells the branches of a choice',
      { oneOf: [{ properties: { a: { enum: ['x'] } } }, { properties: { a: { enum: ['y'] } } }] },
      { a: open },
    ],
    [
      'a choice beside another',
      {
        oneOf: [{ properties: { a: { enum: ['x'] } } }, { properties: { a: { enum: ['y'] } } }],
        anyOf: [{ properties: { a: { maxLength: 1 } } }, { required: ['b'] }],
      },
      { a: open },
    ],
    ['a part of all', { allOf: [{ properties: { a: text } }] }, { a: open }],
    ['a part of a constant', { const: { a: 'x' } }, { a: open }],
    ['a part of a choice of values', { enum: [{ a: 'x' }] }, { a: open }],
    ['a part of what is not', { not: { properties: { a: { type: 'object' } }, required: ['a'] } }, { a: open }],
    // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema
    ['a condition', { if: { properties: { a: { type: 'object' } } }, then: { required: ['b'] } }, { a: open }],
    ['a dependency', { dependencies: { a: { properties: { a: text } } } }, { a: open }],
    [
      'a member of a definition',
      { $ref: '#/definitions/d', definitions: { d: { properties: { a: text } } } },
      { a: open },
    ],
    [
      'a name that every object has',
      { additionalProperties: false, properties: { constructor: text } },
      { constructor: open },
    ],
    ['the whole', { type: 'string' }, open],
  ])('takes a reference as %s', (_, schema, value) => {
    expect(fits(schema, value)).toBe(true)
  })

  it.each<[string, JsonObject, JsonValue]>([
    ['other members', { properties: { a: text, b: text } }, { a: open, b: 1 }],
    ['other members of a map', { additionalProperties: text }, { a: open, b: 1 }],
    ['other items of a tuple', { items: [text, text] }, [open, 1]],
    ['missing members', { properties: { a: text }, required: ['a', 'b'] }, { a: open }],
    ['members that nobody knows', { additionalProperties: false, properties: { a: text } }, { a: open, b: 1 }],
    ['references that nobody knows', { additionalProperties: false, properties: { a: text } }, { b: open }],
    ['the number of items', { items: text, maxItems: 1 }, [open, open]],
    [
      'what is beside a reference in a choice',
      { oneOf: [{ properties: { a: text, b: text } }, { required: ['c'] }] },
      { a: open, b: 1 },
    ],
  ])('still looks at %s', (_, schema, value) => {
    expect(fits(schema, value)).toBe(false)
  })

  it('gives the same object for the same places', () => {
    const schema = { properties: { a: text } }
    expect(relaxSchema(schema, [])).toBe(schema)
    expect(relaxSchema(schema, [['a']])).toBe(relaxSchema(schema, [['a']]))
    expect(schema).toEqual({ properties: { a: text } })
  })

  const worker = loadCatalog().workers['taskcluster-worker']
  const entries = worker ? [worker.worker, ...Object.values(worker.engines), ...Object.values(worker.plugins)] : []

  it.each(entries.map(({ kind, name, configSchema }) => [`${kind} ${name}`, configSchema] as const))(
    'takes a reference anywhere in a configuration of %s',
    (_, configSchema) => {
      fc.assert(
        fc.property(arbitraryFromSchema(configSchema, {}), fc.infiniteStream(fc.nat()), (value, numbers) => {
          fc.pre(fits(configSchema, value))
          const places = placesIn(value)
          const some = [...numbers.take(2)].map((number) => places[number % places.length] ?? [])
          expect(fits(configSchema, some.reduce(withReference, value))).toBe(true)
        }),
        { numRuns: 20 },
      )
    },
  )
})
