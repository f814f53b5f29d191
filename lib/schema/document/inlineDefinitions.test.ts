import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { inlineDefinitions } from './mapSubschemas'

const definitions: JsonObject = {
  name: { type: 'string' },
  pair: { type: 'array', items: { $ref: '#/definitions/name' } },
  tree: { type: 'object', properties: { left: { $ref: '#/definitions/tree' } } },
}
const properties = (member: JsonObject) => inlineDefinitions({ properties: { member }, definitions }).properties

it.each<[string, JsonObject, JsonObject]>([
  ['a reference', { $ref: '#/definitions/name' }, { type: 'string' }],
  ['one inside of another', { $ref: '#/definitions/pair' }, { type: 'array', items: { type: 'string' } }],
  ['one that leads nowhere', { $ref: '#/definitions/other' }, { $ref: '#/definitions/other' }],
  ['one to another document', { $ref: 'other.json#' }, { $ref: 'other.json#' }],
])('writes out %s', (_, member, expected) => expect(properties(member)).toEqual({ member: expected }))

it('ends with one that leads to itself', () => {
  expect(JSON.stringify(properties({ $ref: '#/definitions/tree' })).split('"left"')).toHaveLength(7)
})

it('leaves a schema without definitions as it is', () => {
  const schema = { properties: { a: { $ref: '#/properties/b' } } }
  expect(inlineDefinitions(schema)).toBe(schema)
})
