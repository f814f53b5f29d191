import { describe, expect, it } from 'vitest'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import { exampleContext } from '@/lib/catalog/testing/exampleContext'
import { evaluate, holds } from './evaluate'

const context = exampleContext({ config: { empty: [], zero: 0, text: 'no', groups: ['a'] } })

describe('holds', () => {
  it.each<[string | boolean | undefined, boolean]>([
    [undefined, true],
    [true, true],
    [false, false],
    ['config.empty', false],
    ['config.zero', false],
    ['config.text', true],
    ["'absent' in config && config.absent", false],
    ['config.zero == 0 || config.absent', true],
    ['config.groups != []', true],
  ])('answers %j with %j', (condition, expected) => {
    expect(holds(condition, context)).toBe(expected)
  })

  it('throws where the condition is wrong', () => {
    expect(() => holds('config.absent', context, 'plugin x: notices.y')).toThrow(CatalogError)
    expect(() => holds('config.absent', context, 'plugin x: notices.y')).toThrow('plugin x: notices.y')
  })
})

describe('evaluate', () => {
  it('gives the value of an expression', () => {
    expect(evaluate('[config.zero + 1, durationSeconds("1 h")]', context)).toEqual([1, 3600])
  })
})
