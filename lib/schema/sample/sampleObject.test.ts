import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { SampleSize } from './sampler'
import { samplesOf } from './testing/samplesOf'

const object = { type: 'object' }
const one = { const: 1 }
const two = { const: 2 }

describe('an object that needs', () => {
  it.each<[string, JsonObject, JsonValue | undefined]>([
    ['nothing', object, {}],
    ['a declared property', { ...object, required: ['a'], properties: { a: one, b: two } }, { a: 1 }],
    ['a property of a pattern', { ...object, required: ['ab'], patternProperties: { '^a': one } }, { ab: 1 }],
    [
      'a property of two rules',
      {
        ...object,
        required: ['ab'],
        properties: { ab: { minimum: 4 } },
        patternProperties: { '^a': { maximum: 5, type: 'integer' } },
      },
      { ab: 4 },
    ],
    ['any property', { ...object, required: ['a'], additionalProperties: one }, { a: 1 }],
    [
      'properties of several parts',
      {
        allOf: [
          { ...object, required: ['a'] },
          { properties: { a: one } },
          { required: ['b'], properties: { b: two } },
        ],
      },
      { a: 1, b: 2 },
    ],
    [
      'what another one depends on',
      { ...object, required: ['a'], dependencies: { a: ['b'], b: ['c'] }, additionalProperties: one },
      { a: 1, b: 1, c: 1 },
    ],
    [
      'what a schema says that another one depends on',
      {
        ...object,
        required: ['a'],
        dependencies: { a: { required: ['b'], properties: { b: two } } },
        properties: { a: one },
      },
      { a: 1, b: 2 },
    ],
    ['a number of properties', { ...object, minProperties: 2, properties: { a: one, b: two, c: one } }, { a: 1, b: 2 }],
    [
      'a number of properties, of which one is forbidden',
      { ...object, minProperties: 2, properties: { a: false, b: two, c: one }, additionalProperties: false },
      { b: 2, c: 1 },
    ],
    [
      'a name of a form',
      { ...object, minProperties: 1, propertyNames: { pattern: '^x[0-9]$' }, additionalProperties: one },
      { x0: 1 },
    ],
    [
      'a name out of some',
      { ...object, minProperties: 2, propertyNames: { enum: ['a', 'b'] }, additionalProperties: one },
      { a: 1, b: 1 },
    ],
    ['a property that cannot be', { ...object, required: ['a'], properties: { a: false } }, undefined],
    ['a property that is not allowed', { ...object, required: ['a'], additionalProperties: false }, undefined],
    ['itself without an end', { ...object, required: ['a'], properties: { a: { $ref: '#' } } }, undefined],
    [
      'itself, with an end',
      { ...object, required: ['a'], properties: { a: { anyOf: [{ type: 'null' }, { $ref: '#' }] } } },
      { a: null },
    ],
  ])('%s', (_, schema, expected) => {
    expect(samplesOf(schema)[0]).toEqual(expected)
  })
})

describe('how much of an object is shown', () => {
  const declared: JsonObject = {
    ...object,
    properties: { command: { const: 'c' }, privileged: { type: 'boolean' }, list: { type: 'array', items: one } },
    additionalProperties: false,
  }

  it.each<[string, JsonObject, SampleSize, JsonValue]>([
    ['nothing that it can do without', declared, 'minimal', {}],
    ['what most tasks use', declared, 'typical', { command: 'c' }],
    ['everything', declared, 'full', { command: 'c', privileged: false, list: [1] }],
    [
      'scalars, where nothing of it is usual',
      { ...object, properties: { x: one, list: { type: 'array' } } },
      'typical',
      { x: 1 },
    ],
    ['one member of a map', { ...object, additionalProperties: one }, 'full', { example: 1 }],
    [
      'one name of a pattern',
      { ...object, patternProperties: { '^k[0-9]$': one }, additionalProperties: false },
      'full',
      { k0: 1 },
    ],
    [
      'not what cannot stand beside the rest',
      { ...object, properties: { a: one, b: two }, not: { required: ['a', 'b'] } },
      'full',
      { a: 1 },
    ],
    [
      'what depends on more, with that',
      { ...object, properties: { a: one, b: two }, dependencies: { a: ['b'] } },
      'full',
      { a: 1, b: 2 },
    ],
    ['no more than there may be', { ...object, properties: { a: one, b: two }, maxProperties: 1 }, 'full', { a: 1 }],
    ['not what is forbidden', { ...object, properties: { a: false, b: two } }, 'full', { b: 2 }],
  ])('%s', (_, schema, size, expected) => {
    expect(samplesOf(schema, { size })[0]).toEqual(expected)
  })
})
