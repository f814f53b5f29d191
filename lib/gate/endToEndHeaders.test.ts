import { expect, it } from 'vitest'
import { endToEndHeaders } from './forward'

it('keeps order, case, doubles and what it does not know', () => {
  const raw = ['Host', 'a:1', 'X-B', '1', 'x-b', '2', 'Authorization', 'Hawk x', 'Cookie', 'a=b', 'Content-Length', '3']
  expect(endToEndHeaders([...raw, 'Connection', 'keep-alive'])).toEqual(raw)
})

it('drops what one connection is told', () => {
  const raw = ['TE', 'trailers', 'Transfer-Encoding', 'chunked', 'Upgrade', 'h2c', 'Keep-Alive', 'timeout=5', 'A', 'b']
  expect(endToEndHeaders([...raw, 'Connection', 'X-Hop, close', 'X-Hop', '1', 'Expect', '100-continue'])).toEqual([
    'A',
    'b',
  ])
})

it('lets nobody take away what the gate has read itself', () => {
  const raw = ['Content-Encoding', 'gzip', 'Content-Type', 'application/json', 'Host', 'a', 'Authorization', 'x']
  const named = 'content-encoding, content-type, host, authorization'
  expect(endToEndHeaders(['Connection', named, ...raw])).toEqual(raw)
  expect(endToEndHeaders(raw, ['content-encoding'])).toEqual(raw.slice(2))
})
