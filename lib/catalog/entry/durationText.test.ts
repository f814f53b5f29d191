import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { durationText } from './durations'

describe('durationText', () => {
  it.each<[JsonValue, string | undefined]>([
    ['4 hours', '4h0m0s'],
    ['1 day 2 hours 3 min', '26h3m0s'],
    ['90 min', '1h30m0s'],
    [0, '0s'],
    ['', '0s'],
    [45, '45s'],
    [60, '1m0s'],
    [3661, '1h1m1s'],
    [-90, '-1m30s'],
    [9223372037, '-2562047h47m16.709551616s'],
    ['213504 days', '25m26.290448384s'],
    ['5 mins', undefined],
    [null, undefined],
  ])('writes %j as %j', (value, text) => {
    expect(durationText(value)).toBe(text)
  })
})
