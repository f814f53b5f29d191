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

describe('anyOf and oneOf', () => {
  const reference: JsonObject = {
    oneOf: [
      { type: 'string', format: 'uri' },
      {
        type: 'object',
        properties: { taskId: { pattern: '^[a-z]{3}$' }, artifact: { type: 'string' }, runId: { maximum: 50 } },
        required: ['taskId', 'artifact'],
        additionalProperties: false,
      },
      {
        title: 'an indexed artifact',
        type: 'object',
        properties: { namespace: { type: 'string' }, artifact: { type: 'string' } },
        required: ['namespace', 'artifact'],
        additionalProperties: false,
      },
    ],
  }
  const preload: JsonObject = { properties: { preload: reference } }

  it.each<Case>([
    [preload, { preload: 'a:b' }],
    [preload, { preload: 5 }, '/preload oneOf: must be a string or an object, is 5'],
    [
      preload,
      { preload: 'x' },
      '/preload oneOf: fits none of 3 alternatives; the closest, a string: must be a URI with a scheme, such as https://example.com/file, is "x"',
    ],
    [
      preload,
      { preload: { taskId: 'abc', artifact: 'x', runId: 51 } },
      '/preload oneOf: fits none of 3 alternatives; the closest, an object with `taskId` and `artifact`: runId must be at most 50, is 51',
    ],
    [
      preload,
      { preload: { namespace: 'x', artifakt: 'y' } },
      '/preload oneOf: fits none of 3 alternatives; the closest, "an indexed artifact": unknown property `artifakt`; must have property `artifact` (did you mean `artifact`?)',
    ],
    [
      { items: { anyOf: [{ type: 'string', minLength: 2, pattern: '^a' }] } },
      ['b'],
      '/0 anyOf: must have at least 2 characters, has 1; must match pattern `^a`, is "b"',
    ],
    [
      { items: { oneOf: [{ minimum: 1 }, { maximum: 5 }, { const: 3 }] } },
      [3],
      '/0 oneOf: fits alternatives 1, 2 and 3, must fit exactly one',
    ],
    [{ items: { anyOf: [{ required: ['a'] }, { required: ['b'] }] } }, [{}], '/0 anyOf: must have property `a` or `b`'],
    // a constant tells alternatives apart better than the number of errors does
    [
      {
        items: {
          oneOf: [
            { title: 'file', properties: { type: { const: 'file' } }, additionalProperties: false },
            {
              title: 'directory',
              properties: { type: { const: 'directory' }, depth: { maximum: 1 }, a: { const: 1 }, b: { maximum: 0 } },
            },
          ],
        },
      },
      [{ type: 'directory', depth: 5, b: 1 }],
      '/0 oneOf: fits none of 2 alternatives; the closest, "directory": depth must be at most 1, is 5; b must be at most 0, is 1',
    ],
    // at the root the findings stay where they are
    [
      { oneOf: [{ properties: { a: { maximum: 1 } } }, { required: ['b', 'c'] }] },
      { a: 2 },
      '/a maximum: must be at most 1, is 2',
    ],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 1, ' anyOf: must be a string or null, is 1'],
  ])('%j of %j', (schema, value, ...expected) => {
    expect(said(schema, value)).toEqual(expected)
  })

  it('tells at most three reasons', () => {
    const properties = Object.fromEntries([...'abcde'].map((name) => [name, { const: 1 }]))
    const value = Object.fromEntries([...'abcde'].map((name) => [name, 2]))
    expect(said({ items: { anyOf: [{ properties }, { type: 'null' }] } }, [value])).toEqual([
      '/0 anyOf: fits none of 2 alternatives; the closest, number 1: a must be 1, is 2; b must be 1, is 2; c must be 1, is 2; and 2 more',
    ])
  })
})
