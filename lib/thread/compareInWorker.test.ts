import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { compareInWorker } from './compareInWorker'
import { findThreadFile } from './lanes'
import type { operations } from './operations'
import { createThreadPool, type Pool } from './pool'

let pool: Pool<typeof operations>

beforeAll(() => {
  pool = createThreadPool({ file: findThreadFile })
})
afterAll(async () => {
  await pool.close()
})

/** Alternatives that have next to nothing in common: to tell them apart takes for ever. */
function endless(count: number): JsonValue {
  const pick = (i: number) => ({
    anyOf: Array.from({ length: 9 }, (_, k) => ({ properties: { [`p${i}${k}`]: { minLength: i + k } } })),
  })
  return { type: 'object', allOf: Array.from({ length: count }, (_, i) => pick(i)) }
}

describe('comparing in a thread', () => {
  it('answers as compareSchemas does', async () => {
    const { forward, backward, changes } = await compareInWorker({ maximum: 2 }, { maximum: 1 }, { pool })
    expect(forward).toMatchObject({ verdict: 'refuted', witness: 2 })
    expect(backward).toEqual({ verdict: 'proved', rule: 'no value' })
    expect(changes).toHaveLength(1)
  })

  it('does one comparison after the other', async () => {
    const all = [1, 2, 3, 4].map((maximum) => compareInWorker({ maximum: 3 }, { maximum }, { pool }))
    expect((await Promise.all(all)).map(({ forward }) => forward.verdict)).toEqual([
      'refuted',
      'refuted',
      'proved',
      'proved',
    ])
  })

  it('is undecided when the time is up, and goes on', async () => {
    const next = { ...Object(endless(39)), maxProperties: 50 }
    const { forward } = await compareInWorker(endless(40), next, { budget: 300, pool })
    expect(['undecided', 'refuted']).toContain(forward.verdict)
    expect((await compareInWorker(true, false, { pool })).forward.verdict).toBe('refuted')
  })

  it.each([
    ['out-of-time', 'the time was up'],
    ['busy', 'too many others were compared at that moment'],
  ] as const)('is undecided where the answer is %s, and keeps the verdicts that were known', async (why, reason) => {
    const none = { ask: async () => ({ answered: false as const, why }) }
    const { forward, changes } = await compareInWorker(true, false, { pool: none })
    expect(forward).toEqual({ verdict: 'undecided', place: '', reason })
    expect(changes.map(({ effect }) => effect)).toEqual(['undecided'])
    const { forward: known, backward } = await compareInWorker(true, true)
    const some = { ask: async () => ({ answered: false as const, why, part: { forward: known, backward } }) }
    expect((await compareInWorker(true, false, { pool: some })).forward).toEqual(known)
  })
})
