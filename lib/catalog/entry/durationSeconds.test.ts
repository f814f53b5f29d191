import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loopsTaken } from '@/lib/base/testing/loopsTaken'
import { durationSeconds } from './durations'

describe('durationSeconds', () => {
  it.each<[JsonValue, number]>([
    [0, 0],
    [90, 90],
    [-5, -5],
    ['', 0],
    ['  ', 0],
    ['5 min', 300],
    ['2 hours 5 min', 7500],
    ['1d2h3m', 93780],
    ['   1  day  2 hour  1 minutes ', 93660],
    ['31 days', 2678400],
    ['1 hr', 3600],
    ['1h', 3600],
    ['10 m', 600],
    ['\t1\nday\r', 86400],
    ['007 days', 604800],
    ['0 d 0 h 0 m', 0],
  ])('reads %j as %d', (value, seconds) => {
    expect(durationSeconds(value)).toBe(seconds)
  })

  it.each<[JsonValue]>([
    ['5 mins'],
    ['5 hrs'],
    ['90'],
    ['1 minute 1 hour'],
    ['-1 day'],
    ['1.5 hours'],
    ['5 seconds'],
    ['1\u00a0day'],
    ['١ day'],
    [1.5],
    [1e30],
    [2 ** 63],
    [null],
    [true],
    [[]],
    [{}],
  ])('finds no duration in %j', (value) => {
    expect(durationSeconds(value)).toBeUndefined()
  })

  it.each<[JsonValue, number]>([
    [9223372036, 9223372036],
    [9223372037, -9223372036.7095],
    [-9223372037, 9223372036.7095],
    ['106751 days', 9223286400],
    ['106752 days', -9223371273.7095],
    ['213504 days', 1526.2904],
    ['99999999999999999999 days', -86400],
    [`${'0'.repeat(50)}1 min`, 60],
  ])('wraps %j to %d in 64 bits', (value, seconds) => {
    expect(durationSeconds(value)).toBeCloseTo(seconds, 3)
  })

  it('takes any white space of RE2 for one space', () => {
    const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\f', '\r') })
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(99), fc.nat(99), space, space, (days, hours, minutes, a, b) => {
        const text = `${a}${days}${b}d${a}${hours}${b}hours${a}${b}${minutes}min${b}`
        expect(durationSeconds(text)).toBe(days * 86400 + hours * 3600 + minutes * 60)
      }),
    )
  })

  it('is quick with long text', () => {
    const taken = loopsTaken(() => {
      durationSeconds(`${' '.repeat(200_000)}x`)
      durationSeconds('1'.repeat(200_000))
      durationSeconds(`${'1 '.repeat(100_000)}`)
    })
    expect(taken).toBeLessThan(80)
  })
})
