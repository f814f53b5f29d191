import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { placePath } from '@/lib/compose/design/places'
import { secretPlaces, secretReferences } from './secretPlaces'

const secret: JsonObject = { type: 'string', secret: true }
const schema: JsonObject = {
  type: 'object',
  additionalProperties: secret,
  patternProperties: { '^x-': { type: 'object', properties: { token: secret } } },
  properties: {
    plain: { type: 'string' },
    token: secret,
    whole: { type: 'object', secret: true },
    list: { type: 'array', items: { type: 'object', properties: { key: secret, name: { type: 'string' } } } },
    choice: {
      oneOf: [
        { type: 'object', properties: { kind: { enum: ['a'] }, password: secret } },
        { type: 'object', properties: { kind: { enum: ['b'] }, password: { type: 'string' } } },
      ],
    },
    both: { allOf: [{ properties: { a: secret } }, { properties: { a: { minLength: 1 } } }] },
  },
}

describe('secretPlaces', () => {
  it.each<[JsonValue, string[]]>([
    [{ plain: 'x' }, []],
    [{ token: 'x' }, ['token']],
    [{ token: '' }, []],
    [{ token: null }, ['token']],
    [{ token: { $env: 'A' } }, ['token']],
    [{ whole: { a: { b: 1 } } }, ['whole']],
    [{ list: [{ name: 'a' }, { key: 'b' }, { key: 'c' }] }, ['list[1].key', 'list[2].key']],
    [{ choice: { kind: 'b', password: 'x' } }, ['choice.password']],
    [{ both: { a: 'x' } }, ['both.a']],
    [{ 'any name': 'x', __proto: 'y' }, ['"any name"', '__proto']],
    [{ 'x-a': { token: 't' } }, ['x-a', 'x-a.token']],
    [{ list: { $env: 'A', type: 'json' } }, []],
    [{ $env: 'A' }, []],
    [['x'], []],
  ])('of %j are %j', (value, places) => {
    expect(secretPlaces(schema, value).map(placePath).sort()).toEqual(places)
  })

  it('are below a place', () => {
    expect(secretPlaces(schema, { token: 'x' }, ['plugins', 'p'])).toEqual([['plugins', 'p', 'token']])
    expect(secretPlaces(undefined, { token: 'x' })).toEqual([])
  })
})

describe('secretReferences', () => {
  it.each<[JsonValue, string[]]>([
    [{ plain: { $env: 'A' } }, []],
    [{ token: { $env: 'A' } }, ['token']],
    [{ token: 'x' }, []],
    [{ list: { $env: 'A', type: 'json' } }, ['list']],
    [{ list: [{ $env: 'A', type: 'json' }] }, ['list[0]']],
    [{ choice: { $env: 'A', type: 'json' } }, ['choice']],
    [{ $env: 'A', type: 'json' }, ['']],
  ])('of %j are %j', (value, places) => {
    expect(secretReferences(schema, value).map(({ place }) => placePath(place))).toEqual(places)
  })
})
