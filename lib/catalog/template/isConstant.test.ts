import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { exampleContext } from '@/lib/catalog/testing/exampleContext'
import { isConstant, isDynamicKey, renderTemplate } from './renderTemplate'

/** Texts as entries write them. */
const dollar = '$'

describe('isDynamicKey', () => {
  it.each<[string, boolean]>([
    ['plain', false],
    ['', false],
    ['a$b', false],
    ['a{b}', false],
    ['$if', true],
    ['$', true],
    ['$$ref', true],
    [`${dollar}{a}`, true],
    [`a${dollar}{b}`, true],
  ])('%j: %j', (key, dynamic) => {
    expect(isDynamicKey(key)).toBe(dynamic)
  })
})

describe('isConstant', () => {
  it.each<[string, JsonValue, boolean]>([
    ['a number', 1, true],
    ['null', null, true],
    ['a text', 'a', true],
    ['a text with a dollar', 'costs $5 {x}', true],
    ['an interpolation', `a ${dollar}{b}`, false],
    ['an escaped interpolation', `a $${dollar}{b}`, false],
    ['a list', [1, ['a']], true],
    ['a list with an interpolation', [1, [`${dollar}{b}`]], false],
    ['an object', { a: { b: 'c' } }, true],
    ['an operator', { a: { $eval: 'b' } }, false],
    ['an escape', { $$ref: 'x' }, false],
    ['an interpolated key', { [`${dollar}{b}`]: 1 }, false],
    ['nothing', {}, true],
  ])('tells of %s', (_, template, constant) => {
    expect(isConstant(template)).toBe(constant)
    expect(isConstant(template)).toBe(constant)
  })

  it('means that rendering gives the very same', () => {
    const { template } = fc.letrec<{ template: JsonValue }>((tie) => ({
      template: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<JsonValue>(1, null, 'a', '$a', 'a{b}', true),
        fc.array(tie('template'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b$', '{c}'), tie('template'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(template, (one) => {
        expect(isConstant(one)).toBe(true)
        expect(renderTemplate(one, exampleContext())).toBe(one)
      }),
    )
  })
})
