import { expect, it } from 'vitest'
import { rateLimit } from './rateLimit'

it('lets a burst through, and then as many as the rate says', () => {
  const limit = rateLimit({ burst: 3, perMinute: 6 })
  expect([0, 0, 0, 0].map((now) => limit('a', now))).toEqual([true, true, true, false])
  expect(limit('b', 0)).toBe(true)
  expect([9_000, 10_000, 10_000, 60_000].map((now) => limit('a', now))).toEqual([false, true, false, true])
})

it('never saves up more than a burst, and takes no clock that runs back for more', () => {
  const limit = rateLimit({ burst: 2, perMinute: 60 })
  expect([0, 3_600_000, 3_600_000, 3_600_000, 0].map((now) => limit('a', now))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

it('remembers no more callers than it may', () => {
  const limit = rateLimit({ burst: 1, perMinute: 1 }, 2)
  for (const caller of ['a', 'b', 'c']) expect(limit(caller, 0)).toBe(true)
  expect(limit('c', 0)).toBe(false)
  expect(limit('a', 0)).toBe(true)
})
