import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { configSwitches, mostSwitches } from './configSwitches'

const object = (properties: JsonObject, required: string[] = []): JsonObject => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...(required.length > 0 ? { required } : {}),
})
const names = (...all: string[]) => new Set(all)
const valuesOf = (configs: JsonValue[] | undefined, name: string) =>
  new Set((configs ?? []).map((config) => (isJsonObject(config) ? JSON.stringify(config[name]) : 'none')))

describe('configSwitches', () => {
  it.each<[string, JsonObject, boolean, string[]]>([
    ['a switch', { type: 'boolean' }, false, ['true', 'false', 'absent']],
    ['a switch that must be there', { type: 'boolean' }, true, ['true', 'false']],
    ['an enum', { type: 'string', enum: ['a', 'b', 'c'] }, false, ['"a"', '"b"', '"c"', 'absent']],
    ['a text', { type: 'string' }, false, ['""', 'absent']],
    ['a number in bounds', { type: 'integer', minimum: 1, maximum: 9 }, false, ['1', '9', 'absent']],
    ['a list', { type: 'array', items: { type: 'string' } }, false, ['[]', 'absent']],
    ['a default', { type: 'string', default: 'usual' }, false, ['"usual"', '""', 'absent']],
    ['a choice', { oneOf: [{ type: 'boolean' }, { type: 'string', enum: ['x'] }] }, true, ['"x"']],
  ])('goes through %s', (_, member, required, expected) => {
    const configs = configSwitches(object({ a: member }, required ? ['a'] : []), names('a'))
    const found = valuesOf(configs, 'a')
    for (const value of expected) expect([...found]).toContain(value === 'absent' ? undefined : value)
  })

  it('tries members together, also deep ones', () => {
    const schema = object({ a: { type: 'boolean' }, deep: object({ b: { type: 'boolean' } }, ['b']) }, ['a', 'deep'])
    const configs = configSwitches(schema, names('a', 'b'))
    for (const a of [true, false]) for (const b of [true, false]) expect(configs).toContainEqual({ a, deep: { b } })
  })

  it('leaves alone what no template mentions', () => {
    const configs = configSwitches(
      object({ a: { type: 'boolean' }, b: { type: 'string', enum: ['x', 'y', 'z'] } }, ['a', 'b']),
      names('a'),
    )
    expect(valuesOf(configs, 'a')).toEqual(new Set(['true', 'false']))
    expect(valuesOf(configs, 'b').size).toBeLessThan(3)
  })

  it('gives only what the schema accepts, once', () => {
    const schema = { ...object({ a: { type: 'boolean' }, b: { type: 'boolean' } }), dependencies: { a: ['b'] } }
    const configs = configSwitches(schema, names('a', 'b')) ?? []
    expect(configs.length).toBeGreaterThan(4)
    for (const config of configs) expect(findViolations(schema, config)).toEqual([])
    expect(new Set(configs.map((config) => JSON.stringify(config))).size).toBe(configs.length)
  })

  it('says where it cannot: too many switches, or no configuration at all', () => {
    const many = (count: number) => {
      const all = Array.from({ length: count }, (_, i) => `m${i}`)
      return configSwitches(object(Object.fromEntries(all.map((name) => [name, { type: 'boolean' }]))), names(...all))
    }
    expect(many(mostSwitches)?.length).toBeGreaterThan(0)
    expect(many(mostSwitches + 1)).toBeUndefined()
    expect(
      configSwitches(
        {
          type: 'object',
          properties: { a: { type: 'string', pattern: '^(?:a{9}b){9}$', maxLength: 1 } },
          required: ['a'],
        },
        names('a'),
      ),
    ).toEqual([])
  })
})
