import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { emptyLoop } from '@/lib/base/testing/loopsTaken'
import { prepareSchema } from '@/lib/schema/document/prepareSchema'
import { readSchemaDocument } from '@/lib/schema/document/schemaDocument'
import { arbitrarySchema } from '@/lib/schema/testing/arbitrarySchema'
import { compileDecision } from './compileDecision'

const decisionOf = (schema: JsonObject) => compileDecision(prepareSchema(readSchemaDocument(schema).nodes))
const list = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i))
const members = <T>(count: number, make: (i: number) => [string, T]) => Object.fromEntries(list(count, make))
const nested = (depth: number, make: (inner: JsonObject) => JsonObject) =>
  list(depth, () => 0).reduce<JsonObject>((inner) => make(inner), {})
const doubling = members<JsonObject>(30, (i) => {
  const next = { $ref: `#/definitions/d${i + 1}` }
  const both: JsonObject = { anyOf: [{ allOf: [next, next] }] }
  return [`d${i}`, i === 29 ? {} : both]
})

describe('a decision with a limit', () => {
  it('is the same as without one, or none; and one as soon as there is work enough', () => {
    fc.assert(
      fc.property(arbitrarySchema, fc.jsonValue(), fc.nat({ max: 200 }), (schema, json, most) => {
        const value: JsonValue = JSON.parse(JSON.stringify(json))
        const decide = decisionOf({ allOf: [schema] })
        const fits = decide(value)
        expect([fits, undefined]).toContain(decide(value, most))
        expect(decide(value, 1e9)).toBe(fits)
        expect(decide(value)).toBe(fits)
      }),
      { numRuns: deepRuns(2000) },
    )
  })

  /** Schemas that can make much work, and payloads that do. */
  const cases: [string, JsonObject, (count: number) => JsonValue][] = [
    ['alternatives', { items: { anyOf: list(300, (i) => ({ const: -1 - i })) } }, (count) => list(count, () => -300)],
    ['a list of texts', { items: { enum: list(300, (i) => `x${i}`) } }, (count) => list(count, () => 'x299')],
    [
      'a list of objects',
      { items: { enum: list(100, (i) => ({ a: { b: [1, 2, i] } })) } },
      (count) => list(count, () => ({ a: { b: [1, 2, 99] } })),
    ],
    [
      'exactly one of many',
      { items: { oneOf: list(50, (i) => ({ properties: { k: { const: i } } })) } },
      (count) => list(count, () => ({ k: 1 })),
    ],
    ['a pattern', { items: { pattern: '^(a|b|ab)*$' } }, (count) => list(count / 10, () => 'ab'.repeat(80))],
    [
      'a pattern that counts',
      { items: { pattern: '^(a?){100}a{100}$' } },
      (count) => list(count / 10, () => 'a'.repeat(150)),
    ],
    ['a long text', { items: { pattern: '(\\w+\\s?){1,50}!' } }, (count) => [`${'word '.repeat(count * 3)}!`]],
    [
      'patterns of names',
      { patternProperties: members(50, (i) => [`^x${i}.*y`, {}]) },
      (count) => members(count, (i) => [`x7aay${i}`, 1]),
    ],
    [
      'names',
      { propertyNames: { anyOf: [...list(50, (i) => ({ pattern: `^z${i}` })), {}] } },
      (count) => members(count, (i) => [`name${i}`, 1]),
    ],
    ['a length', { items: { maxLength: 1e9 } }, (count) => list(count, () => '\u{1f4a9}'.repeat(80))],
    ['addresses', { items: { format: 'ipv6' } }, (count) => list(count, () => '1:2:3:4:5:6:7:8')],
    ['a text that is compiled', { items: { format: 'regex' } }, (count) => ['(a*)'.repeat(count * 4)]],
    ['times', { items: { format: 'date-time' } }, (count) => list(count, () => '2026-01-01T00:00:00.123+01:00')],
    ['different items', { uniqueItems: true }, (count) => list(count, (i) => ({ a: i }))],
    [
      'different items at all depths',
      nested(20, (items) => ({ uniqueItems: true, items })),
      (count) =>
        list(19, () => 0).reduce<JsonValue>(
          (inner) => [inner],
          list(count, (i) => i),
        ),
    ],
    [
      'needed names',
      { items: { required: list(200, (i) => `p${i}`) } },
      (count) => list(count / 100, () => members(200, (i) => [`p${i}`, 1])),
    ],
    [
      'dependencies',
      { items: { dependencies: members(100, (i) => [`p${i}`, list(100, (j) => `p${j}`)]) } },
      (count) => list(count / 100, () => members(100, (i) => [`p${i}`, 1])),
    ],
    [
      'references that double',
      { definitions: doubling, items: { $ref: '#/definitions/d0' } },
      (count) => list(count, (i) => ({ i })),
    ],
    [
      'an item that is last',
      { items: { contains: { const: 9 } } },
      (count) => list(100, () => [...list(count, () => 1), 9]),
    ],
    ['a multiple', { items: { multipleOf: 1e-300 } }, (count) => list(count, () => 1.5e300)],
    ['nothing but many items', { items: { type: 'integer' } }, (count) => list(count * 10, (i) => i)],
    [
      'nothing but many members',
      { additionalProperties: { type: 'integer' } },
      (count) => members(count * 1.2, (i) => [`m${i}`, i]),
    ],
  ]

  it.each(cases)('comes soon where the schema has %s, and none comes of a value that needs more', (_, schema, make) => {
    const decide = decisionOf(schema)
    const value = make(40_000)
    expect(decide(make(100), 1e9)).toBe(true)
    const taken = (work: () => void) => {
      const before = process.cpuUsage()
      work()
      return process.cpuUsage(before).user / 1000
    }
    const loop = Math.min(...list(3, () => taken(emptyLoop)))
    const times = list(3, () => taken(() => expect(decide(value, 50_000)).toBeUndefined()))
    expect(Math.min(...times) / loop).toBeLessThan(3)
  })
})
