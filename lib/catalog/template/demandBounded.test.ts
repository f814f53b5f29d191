import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { exampleContext } from '@/lib/catalog/testing/exampleContext'
import { contextSize } from './demandBounded'
import { evaluate } from './evaluate'
import { renderTemplate } from './renderTemplate'

const large = exampleContext({ config: { list: Array.from({ length: 100_000 }, (_, i) => i) } })
const often = (count: number): JsonValue => Array.from({ length: count }, () => ({ $eval: 'config' }))

describe('a large configuration', () => {
  it('is rendered as often as is quick', () => {
    expect(renderTemplate(often(3), large)).toHaveLength(3)
    expect(evaluate('len(config.list)', large)).toBe(100_000)
  })

  it('is not repeated without end', () => {
    expect(() => renderTemplate(often(1000), large, 'plugin x: payloadSchema')).toThrow(
      'plugin x: payloadSchema: the template would make too much of so large a configuration',
    )
    const loop = { $map: { $eval: 'config.list' }, 'each(x)': { $eval: 'config.list' } }
    expect(() => renderTemplate(loop, large)).toThrow('too much')
    expect(() => evaluate(Array(1000).fill('config == config').join(' && '), large)).toThrow('too much')
  })
})

describe('contextSize', () => {
  it('counts values, keys and characters', () => {
    const small = exampleContext({ config: {}, settings: {}, engine: { name: '', platforms: [], volumeSchema: {} } })
    const more = exampleContext({
      config: { ab: ['c', 1] },
      settings: {},
      engine: { name: '', platforms: [], volumeSchema: {} },
    })
    expect(contextSize(more) - contextSize(small)).toBe(7)
  })

  it('does not read what is behind a getter', () => {
    const config = Object.defineProperty({}, 'open', {
      enumerable: true,
      get: () => {
        throw new Error('read')
      },
    })
    expect(contextSize(exampleContext({ config }))).toBeGreaterThan(0)
  })
})
