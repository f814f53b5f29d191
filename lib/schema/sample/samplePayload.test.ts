import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { arbitrarySchema } from '@/lib/schema/testing/arbitrarySchema'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { samplePayload } from './samplePayload'

const sizes = ['minimal', 'typical', 'full'] as const

/** A payload schema of the shape that taskcluster-worker reports. */
const payloadSchema: JsonObject = {
  type: 'object',
  properties: {
    command: { type: 'array', items: { type: 'string' } },
    image: {
      oneOf: [
        {
          type: 'object',
          properties: { url: { type: 'string', format: 'uri' } },
          required: ['url'],
          additionalProperties: false,
        },
        { type: 'string' },
      ],
    },
    env: { type: 'object', additionalProperties: { type: 'string' } },
    maxRunTime: { type: ['integer', 'string'], pattern: '^\\s*(?:(\\d+)\\s*d(?:ays?)?)?$' },
    artifacts: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          type: { type: 'string', enum: ['file', 'directory'] },
          path: { type: 'string', pattern: '^.*[^/]$' },
          name: { type: 'string' },
          expires: { type: 'string', format: 'date-time' },
        },
        required: ['type', 'path', 'name'],
        additionalProperties: false,
      },
    },
    privileged: { type: 'boolean' },
    reboot: { enum: ['always', 'on-failure'] },
  },
  required: ['image', 'command'],
  additionalProperties: false,
}

describe('samplePayload', () => {
  it('shows what is required, what is usual, and everything', () => {
    const image = { url: 'https://example.com/file.txt' }
    const command = ['true']
    const artifact = { type: 'file', path: 'build/output.txt', name: 'public/output.txt' }
    expect(samplePayload(payloadSchema, { size: 'minimal' })).toEqual({ image, command })
    expect(samplePayload(payloadSchema, { size: 'typical' })).toEqual({
      image,
      command,
      env: { EXAMPLE: 'value' },
      maxRunTime: 3600,
      artifacts: [artifact],
    })
    expect(samplePayload(payloadSchema, { size: 'full' })).toEqual({
      image,
      command,
      env: { EXAMPLE: 'value' },
      maxRunTime: 3600,
      artifacts: [{ ...artifact, expires: '2030-01-01T00:00:00Z' }],
      privileged: false,
      reboot: 'always',
    })
  })

  it.each<[JsonObject, JsonValue | undefined]>([
    // what the schema itself offers comes first
    [{ type: 'string', examples: ['theirs'], default: 'other' }, 'theirs'],
    [{ type: 'string', examples: [5], default: 'other' }, 'other'],
    [{ const: { a: [1] } }, { a: [1] }],
    [{ enum: ['x', 'y'], not: { const: 'x' } }, 'y'],
    [{ type: 'string', format: 'date-time' }, '2030-01-01T00:00:00Z'],
    [{ type: 'string', format: 'uuid', pattern: '-4' }, '01234567-89ab-4cde-8f01-23456789abcd'],
    [{ type: 'string', minLength: 10 }, 'exampleexa'],
    [{ type: 'string', maxLength: 3 }, 'exa'],
    [{ type: 'string', pattern: '^[0-9]{3}$', not: { const: '012' } }, undefined],
    [{ type: 'string', pattern: '^[bc]+$', minLength: 20 }, 'bc'.repeat(11)],
    [{ allOf: [{ pattern: '^a' }, { pattern: 'z$' }, { type: 'string', pattern: '^[az]+$' }] }, 'az'],
    [{ type: 'integer', minimum: 5 }, 5],
    [{ type: 'integer', exclusiveMinimum: 5, maximum: 6 }, 6],
    [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
    [{ type: 'integer', multipleOf: 7, minimum: 20 }, 21],
    [{ type: 'integer', maximum: -3 }, -3],
    [{ type: ['null', 'string'] }, null],
    [{ type: 'array', items: { type: 'integer' }, uniqueItems: true, minItems: 3 }, [1, 0, 2]],
    [{ type: 'array', contains: { const: 'x' }, items: { type: 'string' } }, ['x']],
    [{ type: 'array', items: [{ const: 1 }, { const: 2 }], additionalItems: false, minItems: 2 }, [1, 2]],
    [{ type: 'array', items: false }, []],
    [{ type: 'array', maxItems: 0 }, []],
    [
      { type: 'object', minProperties: 2 },
      { example: 'example', '/example/': 'example' },
    ],
    [{ type: 'object', propertyNames: { pattern: '^X_' }, minProperties: 1 }, { X_: 'example' }],
    [
      {
        type: 'object',
        patternProperties: { '^k[0-9]$': { const: 1 } },
        additionalProperties: false,
        minProperties: 1,
      },
      { k0: 1 },
    ],
    [{ properties: { a: { type: 'string' } }, required: ['a'] }, { a: 'example' }],
    [{ required: ['a'], additionalProperties: { const: 1 } }, { a: 1 }],
    [
      { properties: { a: {}, b: { const: 2 } }, dependencies: { a: ['b'] }, required: ['a'] },
      { a: 'example', b: 2 },
    ],
    [
      { type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }], properties: { a: false, b: { const: 1 } } },
      { b: 1 },
    ],
    [{ oneOf: [false, { type: 'null' }] }, null],
    [{ if: { type: 'string' }, else: { const: 5 }, not: { type: 'string' } }, 5],
    [{ $ref: '#/definitions/a', definitions: { a: { allOf: [{ type: 'integer' }, { minimum: 2 }] } } }, 2],
    [{ type: 'object', properties: { next: { $ref: '#' } } }, {}],
    [{ not: {} }, undefined],
    [{ type: 'string', enum: [1] }, undefined],
    [{ type: 'object', properties: { a: false }, required: ['a'] }, undefined],
    [{ type: 'object', properties: { next: { $ref: '#' } }, required: ['next'] }, undefined],
  ])('of %j is %j', (schema, expected) => {
    expect(samplePayload(schema, { size: 'minimal' })).toEqual(expected)
  })

  it('leaves out what cannot stand together', () => {
    const schema: JsonObject = {
      type: 'object',
      properties: { a: { const: 1 }, b: { const: 2 }, c: { const: 3 } },
      allOf: [{ not: { required: ['a', 'b'] } }],
      dependencies: { c: ['a'] },
      additionalProperties: false,
    }
    expect(samplePayload(schema, { size: 'full' })).toEqual({ a: 1, c: 3 })
  })

  it('shows some of an object of which nothing is required', () => {
    const schema: JsonObject = {
      type: 'object',
      properties: { buildUrl: { type: 'string' }, caches: { type: 'array' } },
      additionalProperties: false,
    }
    expect(samplePayload(schema, { size: 'minimal' })).toEqual({})
    expect(samplePayload(schema, { size: 'typical' })).toEqual({ buildUrl: 'https://example.com/file.txt' })
    expect(samplePayload(schema, { size: 'full' })).toEqual({
      buildUrl: 'https://example.com/file.txt',
      caches: ['example'],
    })
  })

  it('makes more of an object than its default does', () => {
    const schema: JsonObject = { type: 'object', properties: { a: { type: 'null' } }, default: {} }
    expect(samplePayload(schema, { size: 'full' })).toEqual({ a: null })
  })

  it('stays below a limit', () => {
    const schema: JsonObject = { type: 'object', properties: { maxRunTime: { type: 'integer', maximum: 1000 } } }
    expect(samplePayload(schema, { size: 'typical' })).toEqual({ maxRunTime: 600 })
  })

  it('makes nothing of a schema that does not compile', () => {
    expect(samplePayload({ $ref: 'http://example.com/' }, { size: 'full' })).toBeUndefined()
  })

  it('comes to an end for schemas that branch without end', () => {
    const tree: JsonObject = {
      type: 'object',
      properties: Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { $ref: '#' }])),
    }
    expect(samplePayload(tree, { size: 'full' })).toBeDefined()
    const choices = {
      allOf: Array.from({ length: 20 }, (): JsonObject => ({ anyOf: [{ minimum: 9 }, { type: 'null' }] })),
      type: 'integer',
    }
    expect(samplePayload(choices, { size: 'full' })).toBe(9)
  })

  it('shows only what validates, and the same each time', () => {
    fc.assert(
      fc.property(arbitrarySchema, fc.constantFrom(...sizes), (schema, size) => {
        const sample = samplePayload(schema, { size })
        if (sample !== undefined) expect(compilePayloadValidator(schema)(sample)).toEqual([])
        expect(samplePayload({ ...schema }, { size })).toEqual(sample)
      }),
      { numRuns: 100 },
    )
  })
})
