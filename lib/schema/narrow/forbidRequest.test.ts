import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { forbidRequest, overlayAt } from './forbidRequest'
import { narrowSchema } from './narrowSchema'

describe('forbidRequest', () => {
  it.each([
    ['a property', { path: '/caches' }, { properties: { caches: false } }],
    ['every item', { path: '/caches/*' }, { properties: { caches: { maxItems: 0, maxProperties: 0 } } }],
    [
      'some items',
      { path: '/a/*', when: { required: ['n'] } },
      {
        properties: { a: { items: { not: { required: ['n'] } }, additionalProperties: { not: { required: ['n'] } } } },
      },
    ],
    ['a value', { path: '/p', when: { const: true } }, { properties: { p: { not: { const: true } } } }],
    ['the whole payload', { path: '', when: { required: ['x'] } }, { not: { required: ['x'] } }],
  ])('keeps out requests through %s', (_, request, expected) => {
    expect(forbidRequest(request, false)).toEqual(expected)
  })

  it('has absence said where it asks by default, but at the top only when told so', () => {
    const request = { path: '/interactive/disableShell', when: { const: false }, byDefault: true }
    const inner = { properties: { disableShell: { not: { const: false } } }, required: ['disableShell'] }
    expect(forbidRequest(request, false)).toEqual({ properties: { interactive: inner } })
    const top = { path: '/disableProxy', when: { const: false }, byDefault: true }
    expect(forbidRequest(top, false)).toEqual({ properties: { disableProxy: { not: { const: false } } } })
    expect(forbidRequest(top, true)).toMatchObject({ required: ['disableProxy'] })
  })

  it('wraps overlays to a place', () => {
    const item = { properties: { mountPoint: { pattern: '^/' } } }
    expect(overlayAt(['caches', '*', 'mountPoint'], { pattern: '^/' })).toEqual({
      properties: { caches: { items: item, additionalProperties: item } },
    })
  })

  it.each([
    ['a list', { type: 'array', items: { type: 'string' } }, { type: 'array', items: { type: 'string' }, maxItems: 0 }],
    [
      'a map',
      { type: 'object', additionalProperties: { type: 'string' } },
      { type: 'object', additionalProperties: { type: 'string' }, maxProperties: 0 },
    ],
  ])('keeps out every member of %s', (_, schema, expected) => {
    expect(narrowSchema(schema, forbidRequest({ path: '/*' }, false))).toEqual(expected)
  })

  it('keeps out some members of a map that names others', () => {
    const named = { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { type: 'string' } }
    const narrowed = narrowSchema(named, forbidRequest({ path: '/*', when: { pattern: '^x' } }, false))
    if (typeof narrowed === 'boolean') throw new Error('nothing is left')
    const values: JsonObject[] = [{ a: 'y', b: 'y' }, { a: 'x' }, { b: 'x' }]
    const fitting = values.filter((value) => findViolations(narrowed, value).length === 0)
    expect(fitting).toEqual(values.slice(0, 1))
  })
})
