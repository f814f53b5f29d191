import { expect, it } from 'vitest'
import type { Inclusion } from '@/lib/compare/schemaComparison'
import { answerOf } from './answerOf'
import { rolloutOf } from './rolloutOf'

const proved: Inclusion = { verdict: 'proved', rule: 'no value' }
const refuted: Inclusion = { verdict: 'refuted', witness: {}, violations: [] }
const undecided: Inclusion = { verdict: 'undecided', place: '/not', reason: 'the time was up' }

it.each([
  [proved, proved, 'any', 0],
  [proved, refuted, 'workers first', 3],
  [proved, undecided, 'workers first', 3],
  [refuted, proved, 'tasks first', 4],
  [undecided, proved, 'tasks first', 4],
  [refuted, refuted, 'tasks, then workers', 5],
  [undecided, undecided, 'tasks, then workers', 5],
] as const)('orders the steps (%#)', (forward, backward, order, steps) => {
  const rollout = rolloutOf({ forward, backward })
  expect([rollout.order, rollout.steps.length]).toEqual([order, steps])
})

it('replaces workers before the Queue lets wider tasks in, and drains before it refuses narrower ones', () => {
  const place = (steps: string[], words: RegExp) => steps.findIndex((step) => words.test(step))
  const wider = rolloutOf({ forward: proved, backward: refuted }).steps
  expect(place(wider, /workers with the new/)).toBeLessThan(place(wider, /^Register/))
  const narrower = rolloutOf({ forward: refuted, backward: proved }).steps
  expect(place(narrower, /no such task is pending/)).toBeLessThan(place(narrower, /^Register/))
})

it('says will only where it is known', () => {
  expect(rolloutOf({ forward: undecided, backward: proved }).sentence).toContain('may refuse')
  expect(rolloutOf({ forward: refuted, backward: proved }).sentence).toContain('will refuse')
})

it('cannot tell what is undecided, and names the place', () => {
  expect(answerOf({ forward: undecided, changes: [] })).toEqual({
    answer: 'cannot tell',
    count: 0,
    sentence: 'It could be neither proved nor refuted at /not in the schema: the time was up.',
  })
})
