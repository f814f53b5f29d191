import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import type { SchemaOrBoolean } from '@/lib/schema/document/mapSubschemas'
import { arbitrarySchema, arbitraryValue } from '@/lib/schema/testing/arbitrarySchema'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { narrowSchema } from './narrowSchema'
import { tolerateEmptyAt } from './tolerateEmptyAt'

const leaf: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.constantFrom<JsonObject>({ type: 'string' }, { type: 'boolean' }, { type: ['integer', 'string'] }, {}),
  fc.constantFrom<JsonObject>({ type: 'array' }, { type: 'array', maxItems: 0 }, { type: 'object', maxProperties: 0 }),
  fc.constantFrom<JsonObject>({ maxItems: 0, maxProperties: 0 }, { minItems: 1 }),
  fc.integer({ min: -2, max: 3 }).map((maximum) => ({ maximum })),
  fc.integer({ min: -2, max: 3 }).map((minimum) => ({ minimum })),
  fc.subarray<JsonValue>(['a', 'b', 1, true], { minLength: 1 }).map((values) => ({ enum: values })),
  fc.constantFrom<JsonValue>('a', 1, true, false).map((value) => ({ const: value })),
  fc.constantFrom<JsonValue>('a', 1, true, false).map((value) => ({ not: { const: value } })),
  fc.subarray<JsonValue>(['a', 1, true], { minLength: 1 }).map((values) => ({ not: { enum: values } })),
  fc.constantFrom('a', 'b').map((pattern) => ({ pattern })),
)
const maybeNothing = (member: fc.Arbitrary<JsonObject>) =>
  fc.oneof({ weight: 4, arbitrary: member }, { weight: 1, arbitrary: fc.constant<JsonValue>(false) })
const names = fc.constantFrom('a', 'b', 'ab')
const object = (member: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> =>
  fc.record(
    {
      type: fc.constantFrom<JsonValue>('object', ['object', 'array']),
      properties: fc.dictionary(names, maybeNothing(member), { maxKeys: 3 }),
      patternProperties: fc.dictionary(fc.constantFrom('^a', 'b$', '^a$', '^b$'), maybeNothing(member), { maxKeys: 2 }),
      required: fc.subarray<JsonValue>(['a', 'b']),
      additionalProperties: fc.oneof(fc.constant<JsonValue>(false), member),
      not: fc.constantFrom<JsonValue>({ required: ['a'] }, { required: ['a'], properties: { a: { const: 1 } } }),
      propertyNames: fc.constantFrom<JsonValue>({ enum: ['a', 'b'] }, { pattern: 'a' }),
      items: member,
    },
    { requiredKeys: [] },
  )
const small = fc.oneof(leaf, object(leaf), object(object(leaf)))
/** Most of them take most members, so that it shows when one of them says too little or too much. */
const members: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.dictionary(names, maybeNothing(leaf), { maxKeys: 2 }),
    fc.dictionary(fc.constantFrom('^a', 'b$', '^a$', '^b$'), maybeNothing(leaf), { maxKeys: 2 }),
    fc.oneof(fc.constant<JsonValue>(false), leaf),
  )
  .map(([properties, patternProperties, additionalProperties]) => ({
    properties,
    patternProperties,
    additionalProperties,
  }))
const named = members.map(({ properties = {} }): JsonObject => ({ properties }))
const scalar = fc.constantFrom<JsonValue>('a', 'b', 'ab', 1, 2, -1, true, false, null)
const inner = fc.oneof(scalar, fc.constantFrom<JsonValue>([], {}), fc.array(scalar, { maxLength: 2 }))
const smallValue: fc.Arbitrary<JsonValue> = fc.oneof(
  inner,
  fc.dictionary(names, inner, { maxKeys: 3 }),
  fc.dictionary(names, fc.dictionary(names, inner, { maxKeys: 2 }), { maxKeys: 2 }),
)

it.each([
  ['members that come in by name, by pattern or as additional ones', members, fc.oneof(named, members), smallValue],
  ['small schemas that often meet', small, small, smallValue],
  ['schemas of every keyword', arbitrarySchema, arbitrarySchema, fc.oneof(arbitraryValue, smallValue)],
])('a payload passes the narrowed schema exactly when it passes both: %s', (_, schema, overlays, value) => {
  fc.assert(
    fc.property(schema, overlays, fc.array(value, { minLength: 4, maxLength: 8 }), (base, overlay, payloads) => {
      const narrowed = narrowSchema(base, overlay)
      const tidied = typeof narrowed === 'boolean' ? narrowed : tolerateEmptyAt(narrowed, overlay)
      // the overlay's references lead into the document that both stand in
      const { definitions } = base
      const fits = (one: SchemaOrBoolean, payload: JsonValue) =>
        typeof one === 'boolean'
          ? one
          : findViolations(definitions === undefined ? one : { ...one, definitions }, payload).length === 0
      for (const payload of payloads) {
        const both = fits(base, payload) && fits(overlay, payload)
        expect([fits(narrowed, payload), fits(tidied, payload)], JSON.stringify(payload)).toEqual([both, both])
      }
    }),
    { numRuns: deepRuns(4000) },
  )
})
