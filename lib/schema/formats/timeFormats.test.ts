import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGoClockTime, isGoDate, isGoDateTime } from './timeFormats'

describe('isGoDateTime', () => {
  it.each([
    '2026-11-25T00:00:00Z',
    '2026-11-25T00:00:00.123+01:00',
    '2026-11-25T0:00:00Z',
    '2026-11-25T9:00:00Z',
    '2026-11-25T00:00:00,5Z',
    '2026-11-25T00:00:00.1234567890123Z',
    '2026-11-25T23:59:59-23:59',
    '2026-11-25T00:00:00+99:99',
    '2024-02-29T00:00:00Z',
    '2000-02-29T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999999999Z',
  ])('takes %j', (text) => {
    expect(isGoDateTime(text)).toBe(true)
  })

  it.each([
    '',
    'tomorrow',
    '2026-11-25',
    '2026-11-25T00:00:00',
    '2026-11-25T00:00Z',
    '2026-11-25T00:0:00Z',
    '2026-11-25T00:00:0Z',
    '2026-11-25t00:00:00Z',
    '2026-11-25T00:00:00z',
    '2026-11-25 00:00:00Z',
    '2026-11-25T24:00:00Z',
    '2026-11-25T00:60:00Z',
    '2026-11-25T23:59:60Z',
    '2026-11-25T00:00:00.Z',
    '2026-11-25T00:00:00+0100',
    '2026-11-25T00:00:00+01',
    '2026-11-25T00:00:00 +01:00',
    '2026-11-25T00:00:00Z\n',
    ' 2026-11-25T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '26-01-01T00:00:00Z',
    '12026-01-01T00:00:00Z',
    '2026-1-1T00:00:00Z',
    '٢026-01-01T00:00:00Z',
  ])('refuses %j', (text) => {
    expect(isGoDateTime(text)).toBe(false)
  })

  it('takes every date that ECMAScript writes', () => {
    const years = { min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }
    fc.assert(fc.property(fc.date(years), (date) => isGoDateTime(date.toISOString())))
  })
})

describe('dates and times on their own', () => {
  it.each<[string, boolean, boolean]>([
    // text, date, time
    ['2026-01-01', true, false],
    ['2026-02-30', false, false],
    ['2026-1-1', false, false],
    ['12:00:00', false, true],
    ['1:00:00', false, true],
    ['12:00:00.5', false, true],
    ['12:00:00Z', false, true],
    ['12:00:00,25+01:00', false, true],
    ['12:00:.5', false, true],
    ['12:00', false, false],
    ['25:00:00', false, false],
    ['2026-01-01T12:00:00', false, false],
    ['2026-01-01T12:00:00Z', false, false],
    ['', false, false],
  ])('%j: %s, %s', (text, date, time) => {
    expect(isGoDate(text)).toBe(date)
    expect(isGoClockTime(text)).toBe(time)
  })
})
