import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { markReached } from '../../app/guard/markReached'
import { answerUnreadable } from './answerUnreadable.mjs'

// stands for Next: the path says what becomes of a request
const server = createServer((request, response) =>
  answerUnreadable(request, response, async () => {
    const [, reached, status] = (request.url ?? '').split('/')
    await Promise.resolve()
    if (reached === 'reached') markReached()
    response.statusCode = Number(status)
    response.end('x')
  }),
)
let address: string
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const told = server.address()
  address = `http://127.0.0.1:${typeof told === 'object' ? told?.port : ''}`
})
afterAll(() => {
  server.close()
})

it.each([
  ['what cannot be read', 'POST', 'lost/500', true, 400],
  ['a fault of an action', 'POST', 'reached/500', true, 500],
  ['what is too large', 'POST', 'lost/413', true, 413],
  ['an action that went well', 'POST', 'reached/200', true, 200],
  ['a request that is no action', 'POST', 'lost/500', false, 500],
])('answers %s', async (_, method, path, isAction, status) => {
  const headers: Record<string, string> = isAction ? { 'next-action': 'a'.repeat(42) } : {}
  expect((await fetch(`${address}/${path}`, { method, headers })).status).toBe(status)
})

it.each([
  ['a state of the router that cannot be read', 'lost/500', { 'next-router-state-tree': '[' }, 400],
  ['a fault of a page on the way to it', 'reached/500', { 'next-router-state-tree': '[' }, 500],
  ['a fault of a page', 'lost/500', {}, 500],
])('answers %s', async (_, path, headers, status) => {
  expect((await fetch(`${address}/${path}`, { headers: { ...headers } })).status).toBe(status)
})

it('keeps requests apart', async () => {
  const headers = { 'next-action': 'a'.repeat(42) }
  const paths = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 'reached/500' : 'lost/500'))
  const answers = paths.map((path) => fetch(`${address}/${path}`, { method: 'POST', headers }))
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(
    paths.map((path) => (path === 'reached/500' ? 500 : 400)),
  )
})
