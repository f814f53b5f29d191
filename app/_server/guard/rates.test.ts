import { NextRequest } from 'next/server'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { proxy } from '@/proxy'
import { secondsToWait } from './rates'

// what is allowed grows with the time that a test takes
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

it('counts an address, and a client wherever they are', () => {
  const allowed = (caller: Parameters<typeof secondsToWait>[1]) => {
    let count = 0
    while (secondsToWait('signIn', caller) === 0) count++
    return count
  }
  expect(allowed({ address: '2001:db8:1::1' })).toBe(20)
  expect(allowed({ address: '2001:db8:1::2' })).toBe(0)
  expect(allowed({ address: '2001:db8:1:1::1', client: 'some' })).toBe(20)
  expect(allowed({ address: '2001:db8:1:2::1', client: 'some' })).toBe(0)
  expect(allowed({ address: '2001:db8:1:3::1', client: 'other' })).toBe(20)
  // one limit is none of another
  expect(secondsToWait('work', { address: '2001:db8:1::1', client: 'some' })).toBe(0)
})

it('turns away whoever asks for pages too often, with the time to wait', () => {
  const ask = (address: string, cookie = '') => {
    const headers = { 'x-forwarded-for': address, cookie }
    return proxy(new NextRequest('http://127.0.0.1:3000/designs', { headers }))
  }
  const statuses = Array.from({ length: 1201 }, () => ask('192.0.2.1').status)
  expect(new Set(statuses.slice(0, 1200))).toEqual(new Set([200]))
  const refused = ask('192.0.2.1')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(ask('192.0.2.2').status).toBe(200)
  // one session from many addresses
  const cookie = `theme=dark; wtd-session-3000=Fe26.2*1*${'a'.repeat(100)}`
  const many = Array.from({ length: 1201 }, (_, i) => ask(`2001:db8:2:${i.toString(16)}::1`, cookie).status)
  expect(many.slice(-2)).toEqual([200, 429])
})
