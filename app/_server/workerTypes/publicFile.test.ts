import { expect, it, vi } from 'vitest'
import { publicFile, publicFileOptions } from './publicFile'

vi.mock('server-only', () => ({}))

const file = { text: '{"ä":1}', type: 'application/json', tag: 'abc', immutable: false }
const ask = (headers: Record<string, string> = {}, method = 'GET', immutable = false) =>
  publicFile(new Request('http://localhost/x', { method, headers }), { ...file, immutable })

it('answers the file, readable from anywhere', async () => {
  const answer = ask()
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe(file.text)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    etag: '"abc"',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag',
    'cache-control': 'public, no-cache',
    'content-type': 'application/json; charset=utf-8',
    'content-length': '8',
  })
})

it('is kept for ever where its address never answers anything else', () => {
  expect(ask({}, 'GET', true).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

it('answers HEAD without the file', async () => {
  const answer = ask({}, 'HEAD')
  expect(await answer.text()).toBe('')
  expect(answer.headers.get('content-length')).toBe('8')
})

it.each<[string, number]>([
  ['"abc"', 304],
  ['W/"abc"', 304],
  ['"x", "abc"', 304],
  ['*', 304],
  ['"x"', 200],
  ['abc', 200],
  ['', 200],
])('to whoever has %s answers %i', async (tag, status) => {
  const answer = ask({ 'if-none-match': tag })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('etag')).toBe('"abc"')
  expect((await answer.text()) === '').toBe(status === 304)
})

it('lets a browser send If-None-Match from elsewhere', () => {
  const { status, headers } = publicFileOptions()
  expect(status).toBe(204)
  expect(headers.get('access-control-allow-headers')).toBe('If-None-Match')
})
