import { describe, expect, it } from 'vitest'
import { forbidRequest, overlayAt } from './forbidRequest'

describe('forbidRequest', () => {
  it.each([
    ['a property', { path: '/caches' }, { properties: { caches: false } }],
    ['every item', { path: '/caches/*' }, { properties: { caches: { maxItems: 0 } } }],
    [
      'some items',
      { path: '/a/*', when: { required: ['n'] } },
      { properties: { a: { items: { not: { required: ['n'] } } } } },
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
    expect(overlayAt(['caches', '*', 'mountPoint'], { pattern: '^/' })).toEqual({
      properties: { caches: { items: { properties: { mountPoint: { pattern: '^/' } } } } },
    })
  })
})
