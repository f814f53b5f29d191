import { expect, it } from 'vitest'
import { rateLimit } from './rateLimit'

it('lets a burst through, and then as many as the rate says', () => {
  const limit = rateLimit({ burst: 3, perMinute: 6 })
  expect([0, 0, 0, 0].map((now) => limit('a', now))).toEqual([0, 0, 0, 10])
  expect(limit('b', 0)).toBe(0)
  expect([9_000, 10_000, 10_000, 60_000].map((now) => limit('a', now))).toEqual([1, 0, 10, 0])
})

it('never saves up more than a burst, and takes no clock that runs back for more', () => {
  const limit = rateLimit({ burst: 2, perMinute: 60 })
  expect([0, 3_600_000, 3_600_000, 3_600_000, 0].map((now) => limit('a', now))).toEqual([0, 0, 0, 1, 1])
})

it('lets whoever waits as long as it says', () => {
  const limit = rateLimit({ burst: 1, perMinute: 7 })
  let now = 0
  for (let tries = 0; tries < 50; tries++) {
    const wait = limit('a', now)
    if (wait > 0) expect(limit('a', now + wait * 1000)).toBe(0)
    now += 100_000 * (tries % 2)
  }
})

it('remembers no more callers than it may', () => {
  const limit = rateLimit({ burst: 1, perMinute: 1 }, 2)
  for (const caller of ['a', 'b', 'c']) expect(limit(caller, 0)).toBe(0)
  expect(limit('c', 0)).toBe(60)
  expect(limit('a', 0)).toBe(0)
})
