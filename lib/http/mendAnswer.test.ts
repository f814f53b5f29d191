import { afterAll, beforeAll, expect, it } from 'vitest'
import { mendAnswer } from './appServer'
import { createLog } from './createLog'
import { currentRequest, markReached, noteTrouble, requestCounts } from './currentRequest'
import { type HttpHost, listen } from './listen'

const lines: string[] = []
const trouble = {
  message: 'The database of this server does not answer.',
  help: 'What was saved is there. Try again in a moment.',
  retryAfter: 5,
}
let host: HttpHost

// stands for Next: the path says what becomes of a request, and how the answer is sent
beforeAll(async () => {
  const log = createLog('app', 'info', { write: (line: string) => void lines.push(line) })
  const isDecodedFirst = ({ headers }: { headers: Record<string, unknown> }) =>
    headers['next-action'] !== undefined || headers['next-router-state-tree'] !== undefined
  host = await listen(
    async (request, response) => {
      const current = currentRequest()
      if (current !== undefined) mendAnswer(response, current)
      const [, reached, status, way] = (request.url ?? '').split('/')
      await Promise.resolve()
      if (reached !== 'lost') markReached()
      if (reached === 'gone') noteTrouble(trouble)
      response.setHeader('etag', '"x"')
      response.setHeader('content-type', 'text/html')
      response.setHeader('content-length', '4')
      if (way === 'head') response.writeHead(Number(status), { 'x-more': '1' })
      else response.statusCode = Number(status)
      if (way === 'flush') response.flushHeaders()
      if (way === 'parts') response.write('pa')
      response.end(way === 'parts' ? 'ge' : 'page')
    },
    { host: '127.0.0.1', port: 0 },
    { log, isDecodedFirst },
  )
})
afterAll(() => host.close())

it.each([
  ['what cannot be read', 'POST', 'lost/500', true, 400],
  ['a fault of an action', 'POST', 'reached/500', true, 500],
  ['what is too large', 'POST', 'lost/413', true, 413],
  ['an action that went well', 'POST', 'reached/200', true, 200],
  ['a request that is no action', 'POST', 'lost/500', false, 500],
])('answers %s', async (_, method, path, isAction, status) => {
  const headers: Record<string, string> = isAction ? { 'next-action': 'a'.repeat(42) } : {}
  expect((await fetch(`${host.url}/${path}`, { method, headers })).status).toBe(status)
})

it.each([
  ['a state of the router that cannot be read', 'lost/500', { 'next-router-state-tree': '[' }, 400],
  ['a fault of a page on the way to it', 'reached/500', { 'next-router-state-tree': '[' }, 500],
  ['a fault of a page', 'lost/500', {}, 500],
])('answers %s', async (_, path, headers, status) => {
  expect((await fetch(`${host.url}/${path}`, { headers: { ...headers } })).status).toBe(status)
})

it.each(['end', 'head', 'flush', 'parts'])('says 503 in words while the database is gone, sent by %s', async (way) => {
  const answer = await fetch(`${host.url}/gone/500/${way}`)
  expect({ status: answer.status, type: answer.headers.get('content-type'), etag: answer.headers.get('etag') }).toEqual(
    {
      ...{ status: 503, type: 'text/plain; charset=utf-8', etag: null },
    },
  )
  expect(answer.headers.get('retry-after')).toBe('5')
  expect(await answer.text()).toMatch(/^The database of this server does not answer\. .* Try again in a moment\.\n$/)
  // what was answered all the same stands
  expect(await (await fetch(`${host.url}/gone/200/${way}`)).text()).toBe('page')
})

it('keeps requests apart', async () => {
  const headers = { 'next-action': 'a'.repeat(42) }
  const paths = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 'reached/500' : 'lost/500'))
  const answers = paths.map((path) => fetch(`${host.url}/${path}`, { method: 'POST', headers }))
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(
    paths.map((path) => (path === 'reached/500' ? 500 : 400)),
  )
})

it('counts an action that cannot be read, and tells it in one line', async () => {
  const [before, already] = [requestCounts().malformedActions, lines.length]
  await fetch(`${host.url}/lost/500`, { method: 'POST', headers: { 'next-action': 'x' } })
  await expect.poll(() => lines.length).toBe(already + 1)
  expect(requestCounts().malformedActions).toBe(before + 1)
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ level: 40, msg: 'a request could not be read', status: 400 })
})
