import { expect, it } from 'vitest'
import { apiRates } from './apiRates'

it('counts clients by name, wherever they are, and nobody by blocks of addresses', () => {
  let now = 0
  const rates = apiRates(() => now)
  const allowed = (address: string, clientId?: string) => {
    let count = 0
    while (rates(address, clientId) === 0) count++
    return count
  }
  expect(allowed('192.0.2.1', 'some')).toBe(20_000)
  expect(allowed('192.0.2.2', 'some')).toBe(0)
  expect(allowed('192.0.2.1', 'other')).toBe(20_000)
  expect(allowed('2001:db8::1')).toBe(6000)
  expect(allowed('2001:db8::2:2')).toBe(0)
  expect(allowed('2001:db8:0:1::1')).toBe(6000)
  now = 1000
  expect(allowed('192.0.2.9', 'some')).toBe(200)
  expect(rates('192.0.2.9', 'some')).toBe(1)
})
