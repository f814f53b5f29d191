import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { applySamples } from './applySamples'
import { findReferences } from './references'

function apply(value: JsonValue, samples: Record<string, JsonValue>) {
  const problems: Problem[] = []
  return { result: applySamples(value, samples, ['plugins', 'p'], problems), problems }
}

describe('applySamples', () => {
  it.each<[string, JsonValue, Record<string, JsonValue>, JsonValue]>([
    ['a text', { $env: 'A' }, { A: 'x' }, 'x'],
    ['an empty text', { $env: 'A' }, { A: '' }, ''],
    ['a number as text', { $env: 'A' }, { A: 5 }, '5'],
    ['a number', { $env: 'A', type: 'number' }, { A: 5 }, 5],
    ['a number written as text', { $env: 'A', type: 'number' }, { A: '5' }, 5],
    ['a switch', { $env: 'A', type: 'bool' }, { A: true }, true],
    ['a switch that is off', { $env: 'A', type: 'bool' }, { A: 'no' }, false],
    ['a list in words', { $env: 'A', type: 'list' }, { A: 'x y' }, ['x', 'y']],
    ['data', { $env: 'A', type: 'json' }, { A: { b: [1] } }, { b: [1] }],
    ['data as text', { $env: 'A', type: 'json' }, { A: '{"b": [1]}' }, { b: [1] }],
    ['what stands deep down', { a: [{ b: { $env: 'A' } }, 1] }, { A: 'x' }, { a: [{ b: 'x' }, 1] }],
    ['what is given again', [{ $env: 'A' }, { $env: 'A' }], { A: 'x' }, ['x', 'x']],
    ['what a name has in common with objects', { $env: 'toString' }, {}, { $env: 'toString' }],
    ['a reference without a sample', { $env: 'B' }, { A: 'x' }, { $env: 'B' }],
    ['another reference', { $secret: 'A', key: 'A' }, { A: 'x' }, { $secret: 'A', key: 'A' }],
    ['a reference whose name is one', { $env: { $env: 'A' } }, { A: 'x' }, { $env: { $env: 'A' } }],
    ['a reference that is none', { $env: null, a: { $env: 'A' } }, { A: 'x' }, { $env: null, a: 'x' }],
    ['what a sample itself refers to', { $env: 'A', type: 'json' }, { A: { $env: 'B' }, B: 'x' }, { $env: 'B' }],
  ])('puts in %s', (_, value, samples, expected) => {
    expect(apply(value, samples)).toEqual({ result: expected, problems: [] })
  })

  it.each<[string, JsonValue, JsonValue, string]>([
    ['no number', { $env: 'A', type: 'number' }, 'many', 'reference-value-invalid'],
    ['no data', { $env: 'A', type: 'json' }, '{', 'reference-value-invalid'],
    ['an unknown type', { $env: 'A', type: 'float' }, '1', 'reference-invalid'],
  ])('says at the reference that a sample is %s, and leaves the reference', (_, reference, sample, code) => {
    const { result, problems } = apply({ a: [reference] }, { A: sample })
    expect(result).toEqual({ a: [reference] })
    expect(problems).toMatchObject([{ code, severity: 'error', path: 'plugins.p.a[0]' }])
  })

  it('gives back the same value where nothing changes, and changes nothing it was given', () => {
    const value: JsonValue = { a: [{ b: { $env: 'GONE' } }], c: 'x' }
    expect(apply(value, { A: 'x' }).result).toBe(value)
    const other: JsonValue = { kept: [1], a: { $env: 'A' } }
    const result = apply(other, { A: 'x' }).result
    expect(result).toEqual({ kept: [1], a: 'x' })
    expect(other).toEqual({ kept: [1], a: { $env: 'A' } })
  })

  it('leaves no reference that has a sample', () => {
    const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<JsonValue>(1, 'x', null, { $env: 'A' }, { $env: 'B', type: 'number' }, { $env: 'C' }),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), tie('tree'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        const { result } = apply(value, { A: 'x', B: 5 })
        expect(findReferences(result).every(({ reference }) => reference.$env === 'C')).toBe(true)
        expect(findReferences(result)).toHaveLength(
          findReferences(value).filter(({ reference }) => reference.$env === 'C').length,
        )
        expect(apply(result, { A: 'x', B: 5 }).result).toBe(result)
      }),
    )
  })
})
