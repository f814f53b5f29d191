import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { growth, mostGrowth } from '@/lib/base/testing/growth'
import { jsonShape } from './jsonShape'

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

function valuesOf(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce<number>((sum, each) => sum + valuesOf(each), 1)
}

describe('jsonShape', () => {
  it('counts levels and at least the values of every JSON text, and one more at most for each empty list or object', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: JsonValue = JSON.parse(text)
        const { depth, values } = jsonShape(text)
        expect(depth).toBe(depthOf(value))
        expect(values).toBeGreaterThanOrEqual(valuesOf(value))
        expect(values).toBeLessThanOrEqual(2 * valuesOf(value))
      }),
    )
  })

  it('takes no bracket and no comma of a string for one', () => {
    expect(jsonShape('["[,{\\"[,"]')).toEqual({ depth: 1, values: 2 })
  })

  it.each(['[', '\\', '"\\', ',', '"'])('takes time in proportion to the number of %j', (piece) => {
    const text = new Map([50_000, 200_000].map((length) => [length, `"${piece.repeat(length)}`]))
    expect(growth((length) => void jsonShape(text.get(length) ?? ''), 50_000)).toBeLessThan(mostGrowth)
  })
})
