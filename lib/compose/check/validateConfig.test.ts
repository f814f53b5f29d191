import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { validateConfig } from './validateConfig'

const schema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: { type: 'string' },
    list: { type: 'array', items: { type: 'integer', minimum: 1 } },
    token: { type: 'string', secret: true, pattern: '^[a-z]+$' },
    keys: {
      type: 'array',
      items: { type: 'object', properties: { key: { type: 'string', secret: true, maxLength: 3 } } },
    },
    'odd name': { type: 'object', properties: { 'a.b': { type: 'null' } } },
  },
}
const check = (value: JsonValue) =>
  validateConfig(schema, value, ['plugins', 'p'], 'plugin p').map(({ code, severity, component, path, message }) => {
    expect([code, severity, component]).toEqual(['config-invalid', 'error', 'plugin p'])
    return `${path}: ${message}`
  })

describe('validateConfig', () => {
  it.each<[string, JsonValue]>([
    ['what fits', { name: 'x', list: [1], token: 'abc' }],
    [
      'references for any value',
      { name: { $env: 'A' }, list: [{ $env: 'B', type: 'number' }], token: { $secret: 'a', key: 'b' } },
    ],
    ['a reference for the whole', { $env: 'A', type: 'json' }],
  ])('lets %s pass', (_, value) => {
    expect(check(value)).toEqual([])
  })

  it.each<[string, JsonValue, RegExp[]]>([
    ['a missing member, at its own place', {}, [/^plugins\.p\.name: Must have property `name`\.$/]],
    ['an unknown member', { name: 'x', more: 1 }, [/^plugins\.p\.more: Unknown property `more`\.$/]],
    ['an item', { name: 'x', list: [1, 0] }, [/^plugins\.p\.list\[1\]: Must be at least 1, is 0\.$/]],
    ['a name that needs quotes', { name: 'x', 'odd name': { 'a.b': 1 } }, [/^plugins\.p\."odd name"\."a\.b": /]],
    ['two at once', { list: ['x'] }, [/^plugins\.p\.name: /, /^plugins\.p\.list\[0\]: /]],
    ['a wrong kind of whole', 'x', [/^plugins\.p: Must be an object/]],
    [
      'what a reference gives',
      { name: { $env: 'A', type: 'list' } },
      [/^plugins\.p\.name: This reference gives a list where text is needed\.$/],
    ],
    [
      'a reference for the whole',
      { $env: 'A' },
      [/^plugins\.p: This reference gives text where an object is needed\.$/],
    ],
  ])('finds %s', (_, value, expected) => {
    const found = check(value)
    expect(found).toHaveLength(expected.length)
    expected.forEach((pattern) => {
      expect(found).toContainEqual(expect.stringMatching(pattern))
    })
  })

  it('shows no secrets', () => {
    expect(check({ name: 'x', token: 'HUSH1', keys: [{ key: 'HUSH2' }] }).sort()).toEqual([
      'plugins.p.keys[0].key: Must have at most 3 characters.',
      'plugins.p.token: Must match pattern `^[a-z]+$`.',
    ])
  })
})
