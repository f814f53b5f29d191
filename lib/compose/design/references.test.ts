import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { findReferences, isReference, neededTransforms, referenceKey, referenceKeys } from './references'

describe('referenceKey', () => {
  it.each<[JsonValue, string | undefined]>([
    [{ $env: 'A' }, '$env'],
    [{ $env: '' }, '$env'],
    [{ $env: 5, more: 1 }, '$env'],
    [{ $secret: 'a', key: 'b' }, '$secret'],
    [{ $packet: 'hostname' }, '$packet'],
    [{ $hostcredentials: [] }, '$hostcredentials'],
    [{ $abs: 'a' }, '$abs'],
    [{ $env: null }, undefined],
    [{ $env: null, $abs: 'a' }, '$abs'],
    [{ env: 'A' }, undefined],
    [{ $eval: 'a' }, undefined],
    [['$env'], undefined],
    ['$env', undefined],
    [null, undefined],
  ])('of %j is %s', (value, key) => {
    expect(referenceKey(value)).toBe(key)
    expect(isReference(value)).toBe(key !== undefined)
  })

  it('is one of several where an object has several', () => {
    expect(referenceKeys({ $abs: 'a', $env: 'A', $packet: null })).toEqual(['$env', '$abs'])
  })
})

describe('findReferences', () => {
  it('finds the outermost ones with their places', () => {
    const value = { a: [1, { $env: 'A', b: { $env: 'B' } }], c: { d: { $abs: { $env: 'C' } } }, $other: { $env: null } }
    expect(findReferences(value, ['root']).map(({ place, key }) => [place, key])).toEqual([
      [['root', 'a', 1], '$env'],
      [['root', 'c', 'd'], '$abs'],
    ])
    expect(findReferences({ $env: 'A' })).toEqual([{ place: [], reference: { $env: 'A' }, key: '$env' }])
  })
})

describe('neededTransforms', () => {
  it.each<[JsonValue, string[]]>([
    [{ a: 1 }, []],
    [
      [{ $secret: 'a', key: 'b' }, { $env: 'A' }, { $env: 'B' }],
      ['env', 'secrets'],
    ],
    [
      [{ $hostcredentials: [] }, { $packet: 'hostname' }, { $abs: 'a' }],
      ['abs', 'packet', 'hostcredentials'],
    ],
    [{ $abs: { $env: 'A' } }, ['env', 'abs']],
    [{ $hostcredentials: [{ $env: 'A' }] }, ['env', 'hostcredentials']],
  ])('of %j are %j', (value, transforms) => {
    expect(neededTransforms(value)).toEqual(transforms)
  })
})
