import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { prepareSchema } from '@/lib/schema/document/prepareSchema'
import { readSchemaDocument } from '@/lib/schema/document/schemaDocument'
import { arbitrarySchema, arbitraryValue } from '@/lib/schema/testing/arbitrarySchema'
import { compilePayloadValidator, SchemaCompileError } from './compilePayloadValidator'
import { compileDecision } from './decide/compileDecision'
import { findViolations } from './findViolations'

const closed: JsonObject = {
  type: 'object',
  properties: {
    command: { type: 'array', items: { type: 'string' } },
    maxRunTime: { type: ['integer', 'string'], maximum: 3600 },
    env: { type: 'object', additionalProperties: { type: 'string' } },
  },
  required: ['command'],
  additionalProperties: false,
}

function said(schema: JsonObject, payload: JsonValue): string[] {
  return compilePayloadValidator(schema)(payload).map(({ path, message }) => `${path}: ${message}`)
}

describe('compilePayloadValidator', () => {
  it('has nothing to say of a payload that fits', () => {
    expect(compilePayloadValidator(closed)({ command: ['true'], maxRunTime: 3600 })).toEqual([])
    expect(compilePayloadValidator(closed).accepts({ command: [] })).toBe(true)
  })

  it('lists every violation, sorted by place, with a way out', () => {
    expect(compilePayloadValidator(closed)({ maxRuntime: 1, env: { B: 1, A: null }, maxRunTime: 86400 })).toEqual([
      {
        path: '',
        message: 'must have property `command`',
        keyword: 'required',
        schemaPath: '#/required',
        property: 'command',
      },
      {
        path: '/env/A',
        message: 'must be a string, is null',
        keyword: 'type',
        schemaPath: '#/properties/env/additionalProperties/type',
      },
      {
        path: '/env/B',
        message: 'must be a string, is the number 1',
        keyword: 'type',
        schemaPath: '#/properties/env/additionalProperties/type',
      },
      {
        path: '/maxRunTime',
        message: 'must be at most 3600, is 86400',
        keyword: 'maximum',
        schemaPath: '#/properties/maxRunTime/maximum',
      },
      {
        path: '/maxRuntime',
        message: 'unknown property `maxRuntime`',
        keyword: 'additionalProperties',
        schemaPath: '#/additionalProperties',
      },
    ])
    expect(compilePayloadValidator(closed)({ command: [], maxRuntime: 1 })[0]?.hint).toBe('did you mean `maxRunTime`?')
  })

  it('sorts items by their number', () => {
    const paths = compilePayloadValidator(closed)({ command: Array.from({ length: 12 }, () => 1) }).map(
      ({ path }) => path,
    )
    expect(paths).toEqual(Array.from({ length: 12 }, (_, i) => `/command/${i}`))
  })

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', '__defineGetter__'])(
    'takes %s for a property like any other',
    (name) => {
      const payload: JsonValue = JSON.parse(`{"command": [], "${name}": 1}`)
      for (let i = 0; i < 210; i++) {
        expect(said(closed, payload)).toEqual([`/${name}: unknown property \`${name}\``])
      }
      expect(said({ required: [name] }, {})).toEqual([`: must have property \`${name}\``])
      expect(said({ required: [name] }, JSON.parse(`{"${name}": 1}`))).toEqual([])
      expect(said({ dependencies: { [name]: ['a'] } }, {})).toEqual([])
    },
  )

  it('declares properties with such names too', () => {
    const schema: JsonObject = { properties: { constructor: { type: 'string' } }, additionalProperties: false }
    expect(said(schema, {})).toEqual([])
    expect(said(schema, { constructor: 'x' })).toEqual([])
    expect(said(schema, JSON.parse('{"constructor": 1}'))).toEqual(['/constructor: must be a string, is the number 1'])
  })

  it('keeps patterns apart and reads them as RE2 does', () => {
    const schema: JsonObject = {
      properties: {
        a: { pattern: '^a$' },
        b: { pattern: '^b$' },
        space: { pattern: '^\\s$' },
        path: { pattern: '^.$' },
      },
    }
    for (let i = 0; i < 210; i++) {
      expect(said(schema, { a: 'a', b: 'b', space: ' ', path: '\u2028' })).toEqual([])
      expect(said(schema, { a: 'b', b: 'a', space: '\u00a0' })).toHaveLength(3)
    }
  })

  it('reads formats as the workers do', () => {
    const schema: JsonObject = { properties: { url: { format: 'uri' }, when: { format: 'date-time' } } }
    expect(said(schema, { url: 'https://example.com/{x}', when: '2026-11-25T0:00:00,5Z' })).toEqual([])
    expect(said(schema, { url: '/build.zip', when: '2026-11-25' })).toEqual([
      '/url: must be a URI with a scheme, such as https://example.com/file, is "/build.zip"',
      '/when: must be a date and time, such as 2030-01-31T12:00:00Z, is "2026-11-25"',
    ])
  })

  it('follows references, also with an $id and round in circles', () => {
    const schema: JsonObject = {
      $schema: 'http://json-schema.org/draft-06/schema#',
      $id: '/schemas/example/v1/tree.json#',
      $ref: '#/definitions/tree',
      definitions: {
        tree: { type: 'object', additionalProperties: { $ref: 'tree.json#/definitions/tree' }, maxProperties: 2 },
        named: { $id: '#named', type: 'string' },
        pair: { items: { $ref: '#named' } },
      },
    }
    expect(said(schema, { a: { b: {} } })).toEqual([])
    expect(compilePayloadValidator(schema)({ a: { b: 1 } })).toEqual([
      {
        path: '/a/b',
        message: 'must be an object, is the number 1',
        keyword: 'type',
        schemaPath: '#/definitions/tree/type',
      },
    ])
    expect(said({ ...schema, $ref: '#/definitions/pair' }, ['a', 1])).toEqual(['/1: must be a string, is the number 1'])
  })

  it('ignores keywords of other languages', () => {
    const schema: JsonObject = {
      type: 'string',
      nullable: true,
      $async: true,
      id: 'x',
      minContains: 3,
      $anchor: 'a',
      example: 1,
    }
    for (let i = 0; i < 210; i++)
      expect(said(schema, null)).toEqual(['must be a string, is null'].map((words) => `: ${words}`))
  })

  it('finds nothing in an empty array, whatever the array before it contained', () => {
    const text: JsonObject = { contains: { type: 'string' } }
    const nested: JsonObject = { items: text, additionalProperties: text }
    const none: JsonObject = { contains: { not: text } }
    for (let i = 0; i < 210; i++) {
      expect(said(nested, [['a'], []])).toEqual(['/1: must have an item of a certain kind, and none of its items is'])
      expect(said(nested, { a: ['a'], b: [] })).toHaveLength(1)
      expect(said(none, [['a'], ['b'], []])).toEqual([])
    }
  })

  it('looks at the rest of an array that is shorter than its list of schemas', () => {
    const schema: JsonObject = { items: [true, { type: 'string' }], contains: { type: 'string' }, uniqueItems: true }
    for (let i = 0; i < 210; i++) {
      expect(said(schema, [1])).toEqual([': must have an item of a certain kind, and none of its items is'])
      expect(said({ not: schema }, [1])).toEqual([])
      expect(said({ items: { not: schema } }, [['a'], [1]])).toHaveLength(1)
      expect(said(schema, ['a'])).toEqual([])
    }
  })

  it('takes the empty name for a name', () => {
    const schema: JsonObject = { required: [''], dependencies: { '': ['a'], a: { required: ['b'] } } }
    for (let i = 0; i < 210; i++) {
      expect(said({ items: schema }, [{}])).toEqual(['/0: must have property ``'])
      expect(said(schema, { '': 1 })).toEqual([': must have property `a`, because it has ``'])
      expect(said(schema, { '': 1, a: 1 })).toEqual([': must have property `b`'])
      expect(said(schema, { '': 1, a: 1, b: 1 })).toEqual([])
    }
  })

  it('takes a number that is too large for a double for none', () => {
    const large: JsonValue = JSON.parse('1e400')
    const schema: JsonObject = { type: 'number', maximum: 1 }
    for (let i = 0; i < 210; i++) {
      expect(said(schema, large)).toEqual([': must be a number, is the number Infinity'])
      expect(compilePayloadValidator(schema).accepts(large)).toBe(false)
      expect(said({ maximum: 1 }, large)).toEqual([])
    }
  })

  it('keeps one validator for each schema object', () => {
    const schema: JsonObject = { type: 'string' }
    expect(compilePayloadValidator(schema)).toBe(compilePayloadValidator(schema))
    expect(compilePayloadValidator({ type: 'string' })).not.toBe(compilePayloadValidator(schema))
  })

  it('throws a plain error, with a place, for a schema that does not compile', () => {
    const compile = () => compilePayloadValidator({ properties: { a: { pattern: '(?=a)' } } })
    expect(compile).toThrow(SchemaCompileError)
    expect(compile).toThrow('the pattern `(?=a)` looks ahead or behind, which RE2 cannot do')
    try {
      compile()
    } catch (error) {
      expect(error).toMatchObject({ path: 'properties.a.pattern', problems: [{ code: 'pattern-unsupported' }] })
    }
  })

  it('answers for a payload that nests as deep as one can send', () => {
    const deep: JsonValue = JSON.parse(`${'['.repeat(200000)}${']'.repeat(200000)}`)
    const recursive: JsonObject = { items: { $ref: '#' } }
    for (let i = 0; i < 210; i++) expect(said(recursive, [[1]])).toEqual([])
    expect(said(recursive, deep)).toEqual([': nests too deeply to be checked'])
    expect(compilePayloadValidator(recursive).accepts(deep)).toBe(false)
    expect(said({ items: { $ref: '#' }, uniqueItems: true }, deep)).toEqual([': nests too deeply to be checked'])
  })

  it('looks once at a place, however often references double', () => {
    const step = (to: string): JsonObject => ({ allOf: [{ $ref: to }, { items: { $ref: to } }, { $ref: to }] })
    const chain = Array.from({ length: 40 }, (_, i): [string, JsonObject] => [`a${i}`, step(`#/definitions/a${i + 1}`)])
    const definitions = { ...Object.fromEntries(chain), a40: { type: ['array', 'string'], maxLength: 1 } }
    const chained: JsonObject = { $ref: '#/definitions/a0', definitions }
    const tree: JsonObject = { type: 'array', allOf: [{ items: { $ref: '#' } }, { items: { $ref: '#' } }] }
    const deep: JsonValue = JSON.parse(`${'['.repeat(60)}1${']'.repeat(60)}`)
    for (let i = 0; i < 15; i++) {
      expect(said(chained, [['a']])).toEqual([])
      expect(said(chained, 'ab')).toEqual([': must have at most 1 character, has 2'])
      expect(said(tree, deep)).toEqual([`${'/0'.repeat(60)}: must be an array, is the number 1`])
    }
  })

  it('answers for very many violations', () => {
    expect(
      said(
        { items: { type: 'string' } },
        Array.from({ length: 150000 }, () => 1),
      ),
    ).toHaveLength(150000)
  })

  it('says the same compiled as explained', () => {
    fc.assert(
      fc.property(
        arbitrarySchema,
        fc.array(fc.oneof(arbitraryValue, fc.jsonValue()), { minLength: 3 }),
        (schema, values) => {
          const validate = compilePayloadValidator(schema)
          const decide = compileDecision(prepareSchema(readSchemaDocument(schema).nodes))
          for (const value of values) {
            const payload: JsonValue = JSON.parse(JSON.stringify(value))
            const violations = validate(payload)
            expect(violations.length === 0).toBe(decide(payload))
            expect(findViolations(schema, payload)).toEqual(violations)
          }
        },
      ),
      { numRuns: deepRuns(300, 1 / 4) },
    )
  })

  it('never throws, and names places that are there, or whose parent is', () => {
    fc.assert(
      fc.property(arbitrarySchema, arbitraryValue, (schema, payload) => {
        for (const { path, message, schemaPath } of compilePayloadValidator(schema)(payload)) {
          expect(hasPlace(payload, path)).toBe(true)
          expect(schemaPath).toMatch(/^#/)
          expect(message).not.toBe('')
        }
      }),
    )
  })
})

function hasPlace(value: JsonValue, path: string): boolean {
  let current: unknown = value
  for (const segment of pointerSegments(path)) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, segment)) return false
    current = Reflect.get(current, segment)
  }
  return true
}
