import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { applyTransforms } from './applyTransforms'

const environment = { HOME: '/home', COUNT: '5', JSON: '{"a": {"$secret": "s", "key": "k"}}', NAME: 'HOME' }

function transform(value: JsonValue, transforms: string[], read: Record<string, string> | undefined = environment) {
  const problems: Problem[] = []
  const result = applyTransforms(value, transforms, read, ['config'], problems)
  return { result, problems: problems.map(({ code, path }) => `${code} ${path}`) }
}

describe('applyTransforms', () => {
  it.each<[string, JsonValue, string[], JsonValue]>([
    ['a variable', { a: { $env: 'HOME' } }, ['env'], { a: '/home' }],
    ['a variable that is not set', { a: { $env: 'GONE' } }, ['env'], { a: '' }],
    ['a name that every object has', { a: { $env: 'constructor' } }, ['env'], { a: '' }],
    ['a number in a list', [1, { $env: 'COUNT', type: 'number' }], ['env'], [1, 5]],
    ['members beside the key', { $env: 'HOME', more: { $env: 5 } }, ['env', 'abs'], '/home'],
    ['what only the worker knows', { a: { $abs: 'x' } }, ['abs'], { a: { $abs: 'x' } }],
    ['what earlier transforms give', { $abs: { $env: 'HOME' } }, ['env', 'abs'], { $abs: '/home' }],
    [
      'a name out of the environment',
      { $env: { $packet: 'hostname' } },
      ['packet', 'env'],
      { $env: { $packet: 'hostname' } },
    ],
    [
      'references in the result for later transforms',
      { $env: 'JSON', type: 'json' },
      ['env', 'secrets'],
      { a: { $secret: 's', key: 'k' } },
    ],
    ['the transform that is listed first', { $env: 'HOME', $abs: 'x' }, ['abs', 'env'], { $env: 'HOME', $abs: 'x' }],
    ['null', { a: { $env: null } }, [], { a: { $env: null } }],
    [
      'a member called __proto__',
      JSON.parse('{"__proto__": {"$env": "HOME"}}'),
      ['env'],
      JSON.parse('{"__proto__": "/home"}'),
    ],
  ])('replaces %s', (_, value, transforms, expected) => {
    const { result, problems } = transform(value, transforms)
    expect(problems).toEqual([])
    expect(JSON.stringify(result)).toBe(JSON.stringify(expected))
  })

  it('keeps references without an environment', () => {
    const value = { a: { $env: 'HOME' }, b: [{ $env: 'COUNT', type: 'number' }] }
    const problems: Problem[] = []
    expect(applyTransforms(value, ['env'], undefined, [], problems)).toEqual(value)
    expect(problems).toEqual([])
  })

  it.each<[string, JsonValue, string[], string[]]>([
    ['a transform that is not listed', { a: [{ $env: 'A' }] }, ['abs'], ['transform-not-listed config.a[0]']],
    ['a wrong form', { a: { $env: 5 } }, ['env'], ['reference-invalid config.a']],
    [
      'a value that is no number',
      { a: { $env: 'HOME', type: 'number' } },
      ['env'],
      ['reference-value-invalid config.a'],
    ],
    [
      'a transform that comes too late',
      { a: { $abs: { $env: 'HOME' } } },
      ['abs', 'env'],
      ['transform-not-listed config.a.$abs'],
    ],
    [
      'several at once',
      { a: { $secret: 'a' }, 'b c': { $packet: 'id' } },
      ['secrets', 'packet'],
      ['reference-invalid config.a', 'reference-invalid config."b c"'],
    ],
  ])('tells of %s', (_, value, transforms, problems) => {
    expect(transform(value, transforms).problems).toEqual(problems)
  })

  it('leaves values without references alone', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const plain: JsonValue = JSON.parse(JSON.stringify(value))
        const { result, problems } = transform(plain, ['env', 'abs', 'packet', 'hostcredentials', 'secrets'])
        expect(JSON.stringify(result)).toBe(JSON.stringify(plain))
        expect(problems).toEqual([])
      }),
    )
  })
})
