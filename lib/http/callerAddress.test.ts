import { expect, it } from 'vitest'
import { callerAddress } from './addresses'

it.each([
  ['10.0.0.1', undefined, 0, '10.0.0.1'],
  ['10.0.0.1', '1.2.3.4', 0, '10.0.0.1'],
  ['10.0.0.1', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
  ['10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2', 2, '1.2.3.4'],
  ['10.0.0.1', '1.2.3.4', 2, '10.0.0.1'],
  ['10.0.0.1', undefined, 1, '10.0.0.1'],
  [undefined, undefined, 0, 'unknown'],
  ['10.0.0.1', '1.2.3.4\n{"level":30}', 1, 'unknown'],
  ['10.0.0.1', 'x'.repeat(100), 1, 'unknown'],
])('connected from %s, told %s, behind %i proxies: %s', (connected, forwarded, proxies, address) => {
  expect(callerAddress(connected, forwarded, proxies)).toBe(address)
})
