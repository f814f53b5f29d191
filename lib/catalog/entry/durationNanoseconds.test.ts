import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { durationNanoseconds, durationSeconds } from './durations'

const second = 1_000_000_000n
const minute = 60n * second
const hour = 60n * minute
const day = 24n * hour

describe('durationNanoseconds', () => {
  it.each<[JsonValue, bigint | undefined]>([
    [0, 0n],
    [1, second],
    [-1, -second],
    [1.5, undefined],
    [Number.MAX_SAFE_INTEGER + 1, BigInt.asIntN(64, 2n ** 53n * second)],
    [2 ** 63, undefined],
    [-(2 ** 63), 0n],
    ['', 0n],
    [' ', 0n],
    ['1d', day],
    ['1 day', day],
    ['2 days', 2n * day],
    ['1h', hour],
    ['1hr', hour],
    ['1 hour', hour],
    ['3 hours', 3n * hour],
    ['1m', minute],
    ['1 min', minute],
    ['1 minute', minute],
    ['5 minutes', 5n * minute],
    ['1d2h3m', day + 2n * hour + 3n * minute],
    ['1 day 2 hours 3 min', day + 2n * hour + 3n * minute],
    ['\t1\n day\r\f2h ', day + 2n * hour],
    ['007 m', 7n * minute],
    ['1 hrs', undefined],
    ['5 mins', undefined],
    ['90', undefined],
    ['90 s', undefined],
    ['1h 1d', undefined],
    ['1h1h', undefined],
    ['-1h', undefined],
    ['+1h', undefined],
    ['1.5h', undefined],
    ['1 H', undefined],
    ['1\u00a0h', undefined],
    ['1\u000bh', undefined],
    ['1\u2028h', undefined],
    ['\u0661h', undefined],
    [`${'9'.repeat(30)}m`, BigInt.asIntN(64, (2n ** 63n - 1n) * minute)],
    [`${'0'.repeat(30)}1m`, minute],
    ['106752 days', BigInt.asIntN(64, 106752n * day)],
    [true, undefined],
    [null, undefined],
    [[], undefined],
    [{}, undefined],
  ])('reads %j as %s', (value, nanoseconds) => {
    expect(durationNanoseconds(value)).toBe(nanoseconds)
  })

  it('adds up what is written, whatever the spaces', () => {
    const space = fc.stringMatching(/^[ \t\n\r\f]{0,3}$/)
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), space, (d, h, m, s) => {
        const text = `${s}${d}${s}days${s}${h}${s}hours${s}${m}${s}min${s}`
        expect(durationNanoseconds(text)).toBe(BigInt(d) * day + BigInt(h) * hour + BigInt(m) * minute)
        expect(durationSeconds(text)).toBe(d * 86400 + h * 3600 + m * 60)
      }),
    )
  })

  it('never leaves 64 bits', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer(),
          fc.maxSafeInteger(),
          fc.bigInt(0n, 10n ** 25n).map((days) => `${days} d`),
        ),
        (value) => {
          const found = durationNanoseconds(value)
          expect(found !== undefined && found >= -(2n ** 63n) && found < 2n ** 63n).toBe(true)
        },
      ),
    )
  })
})
