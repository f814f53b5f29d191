import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { applyNarrowings, formOverlay, type Narrowing } from './narrow/applyNarrowings'

const forms = {
  native: { title: 'Native', when: { not: { required: ['image'] } } },
  docker: { title: 'Docker', when: { required: ['image'] } },
}
const closed = (properties: JsonObject): JsonObject => ({ type: 'object', additionalProperties: false, properties })
const base: JsonObject = {
  definitions: { d: {} },
  oneOf: [
    closed({ a: { type: 'boolean' }, time: { type: 'integer' } }),
    { ...closed({ image: {}, a: { type: 'boolean' }, time: { type: 'integer' } }), required: ['image'] },
  ],
}

function narrowing(id: string, overlay: Narrowing['overlay'], form?: string): Narrowing {
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
  return { restriction, overlay, outcome: 'malformed-payload', ...(form === undefined ? {} : { form }) }
}

const noA = { properties: { a: { not: { const: true } } } }
const accepts = (schema: JsonObject | undefined, payload: JsonValue) =>
  schema !== undefined && findViolations(schema, payload).length === 0

describe('forms of a payload', () => {
  it('are narrowed one by one', () => {
    const { schema, forms: left, overlays } = applyNarrowings(base, [narrowing('1', noA, 'docker')], forms)
    expect(left).toEqual(['native', 'docker'])
    expect(accepts(schema, { a: true })).toBe(true)
    expect(accepts(schema, { image: 'x', a: true })).toBe(false)
    expect(accepts(schema, { image: 'x', a: false })).toBe(true)
    // By itself, the overlay refuses the same payloads.
    expect(accepts(overlays['1'], { a: true })).toBe(true)
    expect(accepts(overlays['1'], { image: 'x', a: true })).toBe(false)
  })

  it('are narrowed together where nothing names one', () => {
    const { schema } = applyNarrowings(base, [narrowing('1', { properties: { time: { maximum: 5 } } })], forms)
    const late: JsonValue[] = [{ time: 6 }, { image: 'x', time: 6 }]
    const early: JsonValue[] = [{ time: 5 }, { image: 'x', time: 5 }]
    expect(late.map((payload) => accepts(schema, payload))).toEqual([false, false])
    expect(early.map((payload) => accepts(schema, payload))).toEqual([true, true])
  })

  it('close, and the last one stands for all', () => {
    const { schema, forms: left, overlays } = applyNarrowings(base, [narrowing('1', false, 'docker')], forms)
    expect(left).toEqual(['native'])
    expect(schema).not.toHaveProperty('oneOf')
    expect(schema).toHaveProperty('definitions')
    expect(accepts(overlays['1'], { image: 'x' })).toBe(false)
    expect(accepts(overlays['1'], {})).toBe(true)
  })

  it('leave nothing when all are closed', () => {
    const both = [narrowing('1', false, 'docker'), narrowing('2', false, 'native')]
    const { schema, last } = applyNarrowings(base, both, forms)
    expect(schema).toBeUndefined()
    expect(last?.restriction.id).toBe('2')
  })

  it('that an engine does not have are not narrowed', () => {
    const only = { native: forms.native }
    const [native = {}] = [closed({ a: { type: 'boolean' } })]
    const { schema, restrictions } = applyNarrowings(native, [narrowing('1', false, 'docker')], only)
    expect(schema).toEqual(native)
    expect(restrictions).toEqual([])
  })
})

describe('formOverlay', () => {
  it.each<[string, JsonObject | false, string | undefined, JsonObject]>([
    ['all forms', noA, undefined, noA],
    ['one form', noA, 'docker', { anyOf: [{ not: { required: ['image'] } }, noA] }],
    ['a closed form', false, 'docker', { not: { required: ['image'] } }],
  ])('speaks of %s', (_, overlay, form, expected) => {
    expect(formOverlay(overlay, form, forms)).toEqual(expected)
  })

  it('needs no condition where there is one form', () => {
    expect(formOverlay(noA, 'native', { native: forms.native })).toEqual(noA)
    expect(formOverlay(false, 'native', { native: forms.native })).toEqual({ not: {} })
  })
})
