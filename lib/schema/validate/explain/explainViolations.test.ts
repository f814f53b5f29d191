import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { findViolations } from '@/lib/schema/validate/findViolations'

/** schema, value, what is said: `place keyword: words (hint)` */
type Case = [JsonObject, JsonValue, ...string[]]

function said(schema: JsonObject, value: JsonValue): string[] {
  return findViolations(schema, value).map(({ path, keyword, message, hint }) => {
    return `${path} ${keyword}: ${message}${hint === undefined ? '' : ` (${hint})`}`
  })
}

/** Not a literal: an object with a literal `then` would look like a promise. */
function condition(...parts: (JsonValue | undefined)[]): JsonObject {
  const keywords = ['if', 'then', 'else']
  return Object.fromEntries(parts.flatMap((part, i) => (part === undefined ? [] : [[keywords[i], part]])))
}

const cases: Record<string, Case[]> = {
  type: [
    [{ type: 'string' }, 'a'],
    [{ type: 'string' }, 5, ' type: must be a string, is the number 5'],
    [{ type: 'integer' }, 1.5, ' type: must be an integer, is the number 1.5'],
    [{ type: 'integer' }, 1e300],
    [{ type: 'number' }, Number.POSITIVE_INFINITY, ' type: must be a number, is the number Infinity'],
    [{ type: 'boolean' }, 'true', ' type: must be true or false, is the string "true"'],
    [{ type: 'null' }, 0, ' type: must be null, is the number 0'],
    [{ type: 'array' }, {}, ' type: must be an array, is an empty object'],
    [{ type: 'object' }, [1], ' type: must be an object, is an array of 1 item'],
    [{ type: ['integer', 'string', 'null'] }, [], ' type: must be an integer, a string or null, is an empty array'],
  ],
  enum: [
    [{ enum: ['file', 'directory'] }, 'file'],
    [
      { enum: ['file', 'directory'] },
      'fil',
      ' enum: must be one of "file", "directory", is "fil" (did you mean "file"?)',
    ],
    [{ enum: ['file'] }, 'File', ' enum: must be "file", is "File" (did you mean "file"?)'],
    [{ enum: [1, [2]] }, 3, ' enum: must be one of 1, [2], is 3'],
    [{ enum: [{ a: 1, b: 2 }] }, { b: 2, a: 1 }],
    [
      { enum: Array.from({ length: 40 }, (_, i) => i) },
      -1,
      ' enum: must be one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (40 in all), is -1',
    ],
  ],
  const: [
    [{ const: null }, null],
    [{ const: false }, true, ' const: must be false, is true'],
    [{ const: 'a' }, { a: 1 }, ' const: must be "a", is an object with 1 property'],
  ],
  bounds: [
    [{ minimum: 1, maximum: 3 }, 2],
    [{ minimum: 1 }, 0, ' minimum: must be at least 1, is 0'],
    [{ maximum: 3600 }, 86400, ' maximum: must be at most 3600, is 86400'],
    [{ exclusiveMinimum: 1 }, 1, ' exclusiveMinimum: must be more than 1, is 1'],
    [{ exclusiveMaximum: 1 }, 1, ' exclusiveMaximum: must be less than 1, is 1'],
    [{ minimum: 1 }, '0'],
  ],
  multipleOf: [
    [{ multipleOf: 0.1 }, 0.3],
    [{ multipleOf: 1 }, 1e21],
    [{ multipleOf: 60 }, 90, ' multipleOf: must be a multiple of 60, is 90'],
  ],
  lengths: [
    [{ minLength: 1, maxLength: 2 }, '😀😀'],
    [{ minLength: 2 }, '😀', ' minLength: must have at least 2 characters, has 1'],
    [{ maxLength: 1 }, 'ab', ' maxLength: must have at most 1 character, has 2'],
    [{ maxLength: 1 }, ['a', 'b']],
  ],
  pattern: [
    [{ pattern: '^a' }, 'ab'],
    [{ pattern: '^a' }, 'b', ' pattern: must match pattern `^a`, is "b"'],
    [{ pattern: '^a' }, 5],
  ],
  format: [
    [{ format: 'uri' }, 'a:b'],
    [{ format: 'uri' }, 'b', ' format: must be a URI with a scheme, such as https://example.com/file, is "b"'],
    [{ format: 'uri' }, 5],
  ],
  items: [
    [{ items: { type: 'string' } }, ['a']],
    [{ items: { type: 'string' } }, ['a', 1], '/1 type: must be a string, is the number 1'],
    [{ items: false }, [1], '/0 false: is not allowed here'],
    [{ items: [{ const: 1 }] }, [2, 3], '/0 const: must be 1, is 2'],
    [{ items: [true], additionalItems: { const: 1 } }, [5, 1, 2], '/2 const: must be 1, is 2'],
    [
      { items: [true, true], additionalItems: false },
      [1, 2, 3],
      '/2 additionalItems: is one item too many, at most 2 are allowed',
    ],
  ],
  'items as a whole': [
    [{ minItems: 1 }, [], ' minItems: must have at least 1 item, has 0'],
    [{ maxItems: 1 }, [1, 2], ' maxItems: must have at most 1 item, has 2'],
    [{ uniqueItems: true }, [1, { a: 1, b: 2 }, '1']],
    [
      { uniqueItems: true },
      [1, { a: 1, b: 2 }, { b: 2, a: 1 }],
      ' uniqueItems: must have no item twice, but items 1 and 2 are equal',
    ],
    [{ uniqueItems: false }, [1, 1]],
    [{ contains: { const: 1 } }, [2, 1]],
    [{ contains: { const: 1 } }, [2], ' contains: must have an item of a certain kind, and none of its items is'],
  ],
  properties: [
    [{ properties: { a: { type: 'string' } } }, { a: 'x', b: 1 }],
    [{ properties: { a: false } }, { a: 1 }, '/a false: is not allowed here'],
    [{ properties: { a: { not: {} } } }, { a: 1 }, '/a not: is not allowed here'],
    [{ properties: { 'a/b~c': { const: 1 } } }, { 'a/b~c': 2 }, '/a~1b~0c const: must be 1, is 2'],
    [
      { properties: { a: { const: 1 } }, patternProperties: { '^a': { const: 2 } } },
      { a: 3, ab: 2 },
      '/a const: must be 1, is 3',
      '/a const: must be 2, is 3',
    ],
  ],
  additionalProperties: [
    [{ additionalProperties: false, patternProperties: { '^x': true } }, { xa: 1 }],
    [{ additionalProperties: false }, { a: 1 }, '/a additionalProperties: unknown property `a`'],
    [{ additionalProperties: { type: 'string' } }, { a: 1 }, '/a type: must be a string, is the number 1'],
    [
      { properties: { maxRunTime: true, env: true }, additionalProperties: false },
      { maxRuntime: 1, max_run_time: 2, enviroment: {}, Env: {} },
      '/Env additionalProperties: unknown property `Env` (did you mean `env`?)',
      '/enviroment additionalProperties: unknown property `enviroment`',
      '/maxRuntime additionalProperties: unknown property `maxRuntime` (did you mean `maxRunTime`?)',
      '/max_run_time additionalProperties: unknown property `max_run_time` (did you mean `maxRunTime`?)',
    ],
    // what is there already, or not allowed, is no good advice
    [
      { properties: { env: true, anv: false }, additionalProperties: false },
      { env: 1, enw: 1 },
      '/enw additionalProperties: unknown property `enw`',
    ],
  ],
  propertyNames: [
    [{ propertyNames: { pattern: '^[A-Z]+$' } }, { A: 1 }],
    [
      { propertyNames: { pattern: '^[A-Z]+$', maxLength: 1 } },
      { ab: 1 },
      '/ab maxLength: the property name must have at most 1 character, has 2',
      '/ab pattern: the property name must match pattern `^[A-Z]+$`, is "ab"',
    ],
    [{ propertyNames: false }, { a: 1 }, '/a false: the property name is not allowed here'],
  ],
  required: [
    [{ required: ['b', 'a'] }, {}, ' required: must have property `a`', ' required: must have property `b`'],
    [{ required: ['a'] }, 'a'],
  ],
  'numbers of properties': [
    [{ minProperties: 1 }, {}, ' minProperties: must have at least 1 property, has 0'],
    [{ maxProperties: 1 }, { a: 1, b: 2 }, ' maxProperties: must have at most 1 property, has 2'],
  ],
  dependencies: [
    [{ dependencies: { a: ['b'] } }, { b: 1 }],
    [{ dependencies: { a: ['b'] } }, { a: 1 }, ' dependencies: must have property `b`, because it has `a`'],
    [{ dependencies: { a: { required: ['c'] } } }, { a: 1 }, ' required: must have property `c`'],
  ],
  not: [
    [{ not: { const: 1 } }, 2],
    [{ not: {} }, 1, ' not: is not allowed here'],
    [{ not: true }, 1, ' not: is not allowed here'],
    [{ not: { const: 'x' } }, 'x', ' not: must not be "x"'],
    [{ not: { enum: ['x', 'y'] } }, 'y', ' not: must not be "x" or "y"'],
    [{ not: { required: ['a'] } }, { a: 1 }, ' not: must not have property `a`'],
    [{ not: { required: ['a', 'b'] } }, { a: 1, b: 1 }, ' not: must not have `a` and `b` together'],
    [{ not: { pattern: '/$' } }, 'a/', ' not: must not match pattern `/$`'],
    [{ not: { type: 'string' } }, 'a', ' not: has a form that is not allowed here'],
  ],
  allOf: [
    [{ allOf: [{ minimum: 1 }, { maximum: 3 }] }, 2],
    [
      { allOf: [{ minimum: 5 }, { maximum: 3 }] },
      4,
      ' maximum: must be at most 3, is 4',
      ' minimum: must be at least 5, is 4',
    ],
    [{ allOf: [{ minimum: 5 }, { minimum: 5 }] }, 4, ' minimum: must be at least 5, is 4'],
  ],
  'if, then, else': [
    [condition({ const: 1 }, { type: 'string' }, { maximum: 2 }), 1, ' type: must be a string, is the number 1'],
    [condition({ const: 1 }, false, { maximum: 2 }), 3, ' maximum: must be at most 2, is 3'],
    [{ if: { const: 1 } }, 1],
    [condition(undefined, false, false), 1],
  ],
}

describe.each(Object.entries(cases))('%s', (_, rows) => {
  it.each(rows)('%j of %j', (schema, value, ...expected) => {
    expect(said(schema, value)).toEqual(expected)
  })
})
