import { describe, expect, it } from 'vitest'
import { prepareSchema } from '@/lib/schema/document/prepareSchema'
import { readSchemaDocument } from '@/lib/schema/document/schemaDocument'
import { condition } from '@/lib/schema/testing/condition'
import { compileDecision } from './compileDecision'
import { everyTest } from './everyTest'
import { describeDecisions } from './testing/describeDecisions'

const text = { type: 'string' }
const none = { type: 'null' }

describeDecisions('allOf, anyOf, oneOf and not', [
  [{ allOf: [{ minimum: 1 }, { maximum: 2 }] }, [1, 2, 'a'], [0, 3]],
  [{ allOf: [true, false] }, [], [1, null]],
  [{ anyOf: [text, { minimum: 5 }] }, ['a', 5, null], [4]],
  [{ anyOf: [false, none] }, [null], [1]],
  [{ oneOf: [text, { maxLength: 1 }] }, ['aa', 1, null], ['a', '']],
  [{ oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }, { multipleOf: 5 }] }, [2, 9, 25], [6, 30, 7, 'a']],
  [{ oneOf: [true, true] }, [], [1]],
  [{ not: text }, [1, null], ['a']],
  [{ not: { required: ['a'] } }, [{}, { b: 1 }], [{ a: 1 }, 1, []]],
  [{ not: {} }, [], [1, null]],
  [{ not: false }, [1, null], []],
  [{ not: { not: text } }, ['a'], [1]],
  [
    { allOf: [{ properties: { a: text } }], anyOf: [{ required: ['a'] }, none], minProperties: 1 },
    [{ a: 'x' }, null, 'a'],
    [{}, { a: 1 }, { b: 1 }],
  ],
])

describeDecisions('if, then and else', [
  [condition(text, { minLength: 1 }), ['a', 5, null], ['']],
  [condition(text, { minLength: 1 }, none), ['a', null], ['', 5]],
  [condition(text, undefined, none), ['', null], [5]],
  [condition(text), ['', 5], []],
  [condition(true, none, text), [null], ['a']],
  [condition(false, none, text), ['a'], [null]],
  [
    Object.fromEntries([
      ['then', false],
      ['else', false],
    ]),
    [1, 'a'],
    [],
  ],
])

describeDecisions('references', [
  [{ $ref: '#/definitions/a', definitions: { a: text } }, ['a'], [1]],
  [{ $ref: '#/definitions/a', maxLength: 1, definitions: { a: text } }, ['a'], ['aa', 1]],
  [
    { properties: { a: { $ref: '#' } }, additionalProperties: false },
    [{}, { a: { a: {} } }, 1],
    [{ b: 1 }, { a: { b: 1 } }],
  ],
  [
    { items: { $ref: '#/definitions/a' }, definitions: { a: { $ref: '#/definitions/b' }, b: none } },
    [[], [null]],
    [[1]],
  ],
  [
    {
      $ref: '#/definitions/tree',
      definitions: { tree: { type: 'array', items: { anyOf: [{ type: 'integer' }, { $ref: '#/definitions/tree' }] } } },
    },
    [[], [1, [2, [3]]]],
    [1, ['a'], [1, [2, ['a']]]],
  ],
  [{ definitions: { a: false } }, [1], []],
])

describe('everyTest', () => {
  const calls: string[] = []
  const test = (name: string, holds: boolean) => () => {
    calls.push(name)
    return holds
  }

  it.each([
    [[], true, ''],
    [[true], true, 'a'],
    [[false], false, 'a'],
    [[true, true], true, 'ab'],
    [[true, false], false, 'ab'],
    [[false, true], false, 'a'],
    [[true, true, true], true, 'abc'],
    [[true, false, true], false, 'ab'],
    [[false, true, true, true], false, 'a'],
  ])('of %j is %s, and looks no further than it must', (results, expected, looked) => {
    calls.length = 0
    expect(everyTest(results.map((holds, i) => test('abcd'[i] ?? '', holds)))(null)).toBe(expected)
    expect(calls.join('')).toBe(looked)
  })
})

it('looks once at a value, however often it is referred to, and anew for each payload', () => {
  const schema = {
    allOf: [{ $ref: '#/definitions/a' }, { $ref: '#/definitions/a' }],
    definitions: { a: { maxItems: 1 } },
  }
  const decide = compileDecision(prepareSchema(readSchemaDocument(schema).nodes))
  const list = [1]
  expect(decide(list)).toBe(true)
  list.push(2)
  expect(decide(list)).toBe(false)
})
