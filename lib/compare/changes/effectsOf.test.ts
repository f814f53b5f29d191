import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { compareSchemas } from '@/lib/compare/compareSchemas'

const text = { type: 'string' }

/** what each change does: `path what: effect` */
const effects = (old: JsonValue, next: JsonValue, outOfTime = () => false) =>
  compareSchemas(old, next, { outOfTime }).changes.map(({ path, what, effect }) => `${path} ${what}: ${effect}`)

describe('the effect of a change is its part in the whole', () => {
  it.each<[string, JsonValue, JsonValue, ...string[]]>([
    [
      'each for itself',
      { minimum: 1, maximum: 5 },
      { minimum: 0, maximum: 4 },
      ' maximum: narrows',
      ' minimum: widens',
    ],
    [
      'a bound that another one implies',
      { type: 'integer', minimum: 1 },
      { type: 'integer', minimum: 1, exclusiveMinimum: 0 },
      ' exclusiveMinimum: text only',
    ],
    [
      'the same in other words',
      { type: 'integer' },
      { type: 'number', multipleOf: 1 },
      ' type: text only',
      ' multipleOf: text only',
    ],
    [
      'a name required that was required anyway',
      { allOf: [{ required: ['a'] }] },
      { allOf: [{ required: ['a'] }], required: ['a'] },
      '/a required: text only',
    ],
    ['narrower below not is wider', { not: { minimum: 5 } }, { not: { minimum: 6 } }, ' not: widens'],
    ['wider below not is narrower', { not: { minimum: 5 } }, { not: { minimum: 4 } }, ' not: narrows'],
    [
      'an alternative that goes where another one takes its payloads',
      { anyOf: [{ minimum: 1 }, { minimum: 2 }] },
      { anyOf: [{ minimum: 1 }] },
      ' anyOf: text only',
    ],
    [
      'a property in a closed object',
      { type: 'object', properties: { a: text }, additionalProperties: false },
      { type: 'object', properties: { a: text, b: text }, additionalProperties: false },
      '/b property: widens',
    ],
    [
      'a property in an open object',
      { type: 'object', properties: { a: text } },
      { type: 'object', properties: { a: text, b: text } },
      '/b property: narrows',
    ],
    [
      'a property that is gone from a closed object',
      { properties: { a: text, b: text }, additionalProperties: false },
      { properties: { a: text }, additionalProperties: false },
      '/b property: narrows',
    ],
    [
      'a property that moves behind an alternative',
      { type: 'object', properties: { a: text }, additionalProperties: false },
      { anyOf: [{ type: 'object', properties: { a: text }, additionalProperties: false }, text] },
      // the type that goes lets texts in; the alternatives take away nothing
      ' type: widens',
      ' anyOf: text only',
      '/a property: text only',
      ' additionalProperties: text only',
    ],
    [
      'titles',
      { ...text, title: 'a' },
      { ...text, title: 'b', description: 'c' },
      ' title: text only',
      ' description: text only',
    ],
    ['a keyword that nobody knows', {}, { 'x-vendor': 1 }, ' x-vendor: text only'],
    ['an unknown format that comes', text, { ...text, format: 'colour' }, ' format: undecided'],
  ])('%s', (_, old, next, ...expected) => {
    expect(effects(old, next).sort()).toEqual(expected.sort())
  })
})

describe('a break', () => {
  it('is never without an entry, where no single change is its cause', () => {
    const branch = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum })
    const old = { anyOf: [branch(1, 1), { ...branch(1, 1), title: 'b' }] }
    const next = { anyOf: [branch(2, 0), { ...branch(2, 0), title: 'b' }] }
    const { forward, changes } = compareSchemas(old, next)
    expect(forward).toMatchObject({ verdict: 'refuted', witness: 1 })
    expect(changes.filter(({ effect }) => effect === 'narrows')).toMatchObject([{ id: '#schema:narrows', witness: 1 }])
  })

  it('is shown by a payload of the change itself', () => {
    const old = { properties: { a: { maximum: 9 }, b: { maximum: 9 } } }
    const next = { properties: { a: { maximum: 5 }, b: { maximum: 5 } } }
    for (const { path, witness } of compareSchemas(old, next).changes) {
      expect(Object.keys(Object(witness))).toEqual([path.slice(1)])
      expect(Object(witness)[path.slice(1)]).toBeGreaterThan(5)
    }
  })

  it('is undecided change by change once the time is up', () => {
    let steps = 0
    const verdictsOnly = () => ++steps > 40
    const old = Object.fromEntries([...'abcdefgh'].map((name) => [name, { maximum: 9 }]))
    const next = Object.fromEntries([...'abcdefgh'].map((name) => [name, { maximum: 5 }]))
    const { changes } = compareSchemas({ properties: old }, { properties: next }, { outOfTime: verdictsOnly })
    expect(changes.at(-1)).toMatchObject({ effect: 'undecided', reason: 'the time was up' })
  })

  it('is not looked for in each of very many changes', () => {
    const of = (maximum: number) => ({
      properties: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`p${i}`, { maximum }])),
    })
    const found = compareSchemas(of(9), of(5)).changes
    expect(found).toHaveLength(201)
    expect(found.some(({ effect }) => effect === 'undecided')).toBe(true)
  })
})

it('tells the verdicts before it looks at the changes', () => {
  const told: unknown[] = []
  const { forward, backward } = compareSchemas(
    { minimum: 1 },
    { minimum: 2 },
    { onVerdicts: (verdicts) => told.push(verdicts) },
  )
  expect(told).toEqual([{ forward, backward }])
})
