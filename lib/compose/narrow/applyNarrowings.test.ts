import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { MissingOutcome } from '@/lib/catalog/entry/taskFeature'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { applyNarrowings, type Narrowing } from './applyNarrowings'

const base: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    a: { type: 'integer' },
    b: { type: 'string' },
    list: { type: 'array', items: { type: 'string' } },
    object: { type: 'object', additionalProperties: false, properties: { x: { type: 'boolean' } } },
  },
  required: ['a'],
}

function narrowing(id: string, overlay: JsonObject, outcome: MissingOutcome = 'malformed-payload'): Narrowing {
  const restriction = {
    id,
    component: 'plugin p',
    title: id,
    engine: 'e',
    missing: [],
    kind: 'refused' as const,
    paths: [],
    reason: '',
  }
  return { restriction, overlay, outcome }
}

const apply = (...overlays: JsonObject[]) =>
  applyNarrowings(
    base,
    overlays.map((overlay, i) => narrowing(`${i}`, overlay)),
  )
const ids = (result: ReturnType<typeof apply>) => result.restrictions.map(({ id }) => id)

describe('applyNarrowings', () => {
  it('gives the base back where there is nothing to do', () => {
    expect(apply()).toEqual({ schema: base, forms: [], restrictions: [], outcomes: {}, overlays: {} })
    expect(apply({}, { properties: { unknown: false } }, { properties: { a: { type: 'integer' } } })).toEqual({
      schema: base,
      forms: [],
      restrictions: [],
      outcomes: {},
      overlays: {},
    })
  })

  it('lists those that changed something, with what comes of them', () => {
    const { schema, restrictions, outcomes, last } = applyNarrowings(base, [
      narrowing('p/limit', { properties: { a: { maximum: 5 } } }),
      narrowing('p/again', { properties: { a: { maximum: 6 } } }),
      narrowing('p/less', { properties: { b: { enum: ['x'] } } }, 'ignored'),
    ])
    expect(schema?.properties).toMatchObject({ a: { type: 'integer', maximum: 5 }, b: { enum: ['x'] } })
    expect(restrictions.map(({ id }) => id)).toEqual(['p/limit', 'p/less'])
    expect(outcomes).toEqual({ 'p/limit': 'malformed-payload', 'p/less': 'ignored' })
    expect(last).toBeUndefined()
  })

  it('does not list what an earlier one has already taken away', () => {
    expect(ids(apply({ properties: { b: false } }, { properties: { b: { maxLength: 3 } } }))).toEqual(['0'])
  })

  it('lists one that says the same as an earlier one, for it has a reason of its own', () => {
    const twice = apply({ properties: { b: false } }, { properties: { b: false } })
    expect(ids(twice)).toEqual(['0', '1'])
    expect(twice.schema).toEqual(apply({ properties: { b: false } }).schema)
  })

  it('drops a property, and tolerates a list that may only be empty', () => {
    expect(apply({ properties: { b: false } }).schema?.properties).not.toHaveProperty('b')
    const { schema } = apply({ properties: { list: { maxItems: 0 } } })
    expect(schema?.properties).not.toHaveProperty('list')
    const accepts = (payload: JsonValue) => schema !== undefined && findViolations(schema, payload).length === 0
    expect([accepts({ a: 1, list: [] }), accepts({ a: 1, list: ['x'] }), accepts({ a: 1 })]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('keeps two tolerated lists apart', () => {
    const two = { ...base, properties: { a: {}, list: { type: 'array' }, more: { type: 'array' } } }
    const { schema } = applyNarrowings(two, [
      narrowing('1', { properties: { list: { maxItems: 0 } } }),
      narrowing('2', { properties: { more: { maxItems: 0 } } }),
      narrowing('3', { properties: { a: { type: 'integer' } } }),
    ])
    const accepts = (payload: JsonValue) => schema !== undefined && findViolations(schema, payload).length === 0
    expect([accepts({ a: 1, list: [], more: [] }), accepts({ a: 1, more: [1] }), accepts({ a: 'x' })]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('stops where nothing is left, and says at what', () => {
    const { schema, restrictions, last } = apply(
      { properties: { b: { maxLength: 3 } } },
      { properties: { a: false } },
      { properties: { list: false } },
    )
    expect(schema).toBeUndefined()
    expect(restrictions.map(({ id }) => id)).toEqual(['0', '1'])
    expect(last?.restriction.id).toBe('1')
  })

  it('takes a demand for what cannot be there for the end', () => {
    expect(apply({ required: ['unknown'] }).schema).toBeUndefined()
    expect(apply({ properties: { b: false } }, { required: ['b'] }).last?.restriction.id).toBe('1')
  })

  it('applies overlays that say something of the whole', () => {
    const { schema } = apply(
      { properties: { b: { maxLength: 1 } } },
      { not: { required: ['a', 'b'] } },
      { properties: { a: { maximum: 3 } } },
    )
    const accepts = (payload: JsonValue) => schema !== undefined && findViolations(schema, payload).length === 0
    expect([accepts({ a: 1 }), accepts({ a: 1, b: 'x' }), accepts({ a: 4 })]).toEqual([true, false, false])
  })

  it('does not change the base', () => {
    const before = JSON.stringify(base)
    apply({ properties: { a: { maximum: 1 }, list: { maxItems: 0 } } }, { required: ['b'] })
    expect(JSON.stringify(base)).toBe(before)
  })

  it('accepts just what the base and all overlays accept, where they ask for nothing but values', () => {
    const overlay = fc.constantFrom<JsonObject>(
      { properties: { a: { maximum: 3 } } },
      { properties: { a: { minimum: 2 } } },
      { properties: { b: { maxLength: 1 } } },
      { properties: { b: { pattern: '^x' } }, required: ['b'] },
      { properties: { object: { properties: { x: { enum: [true] } } } } },
      { properties: { object: { properties: { x: { enum: [true] } }, required: ['x'] } } },
      { anyOf: [{ required: ['b'] }, { properties: { a: { maximum: 2 } } }] },
    )
    const payload = fc.record(
      {
        a: fc.integer({ min: 0, max: 5 }),
        b: fc.constantFrom('', 'x', 'y', 'xy'),
        object: fc.constantFrom<JsonValue>({}, { x: true }, { x: false }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(overlay, { maxLength: 5 }), payload, (overlays, value) => {
        const { schema } = apply(...overlays)
        const all = [base, ...overlays].every((one) => findViolations(one, value).length === 0)
        expect(schema !== undefined && findViolations(schema, value).length === 0).toBe(all)
      }),
      { numRuns: 300 },
    )
  })
})
