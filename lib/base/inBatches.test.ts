import { describe, expect, it } from 'vitest'
import { inBatches } from './sharedReads'

describe('inBatches', () => {
  const limits = {
    most: 3,
    weigh: (item: number) => item,
    heaviest: 10,
    failsAll: (error: unknown) => error instanceof Error && error.message === 'gone',
  }

  it('does at once what comes while another batch is on its way, in order, within the limits', async () => {
    const batches: number[][] = []
    const ask = inBatches(async (items: number[]) => {
      batches.push(items)
      return items.map((item) => item * 2)
    }, limits)
    expect(await Promise.all([1, 2, 3, 4, 5, 6, 20, 1].map(ask))).toEqual([2, 4, 6, 8, 10, 12, 40, 2])
    expect(batches.flat()).toEqual([1, 2, 3, 4, 5, 6, 20, 1])
    for (const batch of batches) {
      expect(batch.length).toBeLessThanOrEqual(3)
      if (batch.length > 1) expect(batch.reduce((sum, item) => sum + item)).toBeLessThanOrEqual(10)
    }
    expect(batches.length).toBeLessThan(8)
    expect(await ask(7)).toBe(14)
  })

  it('lets nobody fail for others', async () => {
    const batches: number[][] = []
    const ask = inBatches(async (items: number[]) => {
      batches.push(items)
      if (items.includes(4)) throw new Error('no four')
      return items
    }, limits)
    const outcomes = await Promise.allSettled([1, 3, 4, 2].map(ask))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(batches).toEqual([[1], [3, 4, 2], [3], [4], [2]])
  })

  it('fails at once for all who wait where it is no fault of theirs, and goes on with who comes later', async () => {
    const batches: number[][] = []
    let gone = true
    const ask = inBatches(async (items: number[]) => {
      batches.push(items)
      await Promise.resolve()
      if (gone) throw new Error('gone')
      return items
    }, limits)
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(ask))
    expect(outcomes.map(({ status }) => status)).toEqual(Array(6).fill('rejected'))
    expect(batches).toEqual([[1]])
    gone = false
    expect(await ask(7)).toBe(7)
  })

  it('tries none of a batch alone once one of them has met what fails all', async () => {
    const batches: number[][] = []
    const ask = inBatches(async (items: number[]) => {
      batches.push(items)
      if (items.length > 1) throw new Error('one of them')
      if (items.includes(2)) throw new Error('gone')
      return items
    }, limits)
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(ask))
    expect(batches).toEqual([[1], [2, 3, 4], [2]])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected'])
  })
})
