import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server, request as send } from 'node:http'
import { connect, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { declareTaskQueue } from '@/lib/queue/taskQueues/declareTaskQueue'
import { exampleDefinition } from '@/lib/queue/testing/exampleDefinition'
import type { Store } from '@/lib/registry/store/store'
import { freePort } from '@/lib/registry/testing/freePort'
import { testStore } from '@/lib/registry/testing/testStore'
import { startTestGate, type TestGate } from './testing/startTestGate'

const path = '/api/queue/v1/task/fN1SbArXTPSVFNUvaOlinQ'
const megabyte = 1024 * 1024
let store: Store
let server: Server | undefined
let gate: TestGate | undefined
const sockets = new Set<Socket>()
const failures: unknown[] = []
const note = (error: unknown) => failures.push(error)

beforeAll(async () => {
  store = await testStore()
  const payloadSchema = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } }
  const declaration = { taskQueueId: 'proj/strict', payloadSchema, who: 'admin', now: new Date() }
  await declareTaskQueue(store, declaration)
  process.on('unhandledRejection', note)
})

afterEach(async () => {
  await gate?.stop()
  for (const socket of sockets) socket.destroy()
  server?.close()
  gate = undefined
  server = undefined
  expect(failures.splice(0)).toEqual([])
})

afterAll(async () => {
  process.off('unhandledRejection', note)
  await store.close()
})

type Settings = Omit<Parameters<typeof startTestGate>[0], 'upstream'>

/** A gate in front of a server of the test's own. */
async function inFrontOf(listener: RequestListener, settings: Settings = {}): Promise<TestGate> {
  server = createServer(listener)
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  gate = await startTestGate({ upstream: `http://127.0.0.1:${port}`, ...settings }, { store })
  return gate
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

/** A server that reads whole requests and then answers. */
function readingFirst(answer: (body: Buffer, request: IncomingMessage) => string): RequestListener {
  return (request, response) => {
    read(request).then(
      (body) => response.end(answer(body, request)),
      () => response.destroy(),
    )
  }
}

interface Answer {
  status: number
  raw: string[]
  body: Buffer
}

function ask(
  url: string,
  options: { method?: string; path: string; headers?: string[]; body?: Buffer },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const { body, headers = [], ...rest } = options
    const length = body === undefined ? [] : ['content-length', String(body.length)]
    const all = ['host', 'tc.example.com', ...length, ...headers]
    const request = send({ hostname, port, agent: false, ...rest, headers: all }, (response) => {
      read(response).then(
        (bytes) => resolve({ status: response.statusCode ?? 0, raw: response.rawHeaders, body: bytes }),
        reject,
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** All but what says how long a body is and what becomes of the connection. */
const pairs = (raw: string[]) =>
  raw.flatMap((name, i) =>
    i % 2 === 1 || /^(?:content-length|connection)$/i.test(name) ? [] : [`${name}: ${raw[i + 1]}`],
  )

const definition = (change: Record<string, unknown> = {}) =>
  Buffer.from(JSON.stringify(exampleDefinition(new Date(), change), null, 3))
const json = ['Content-Type', 'application/json']
const code = ({ body }: Answer) => JSON.parse(body.toString()).code

it('passes line, headers and bytes on as they came, and the answer back', async () => {
  const seen: { line: string; raw: string[]; body: string }[] = []
  const { url } = await inFrontOf(async (request, response) => {
    const body = (await read(request)).toString('latin1')
    seen.push({ line: `${request.method} ${request.url}`, raw: request.rawHeaders, body })
    response.sendDate = false
    response.writeHead(299, 'Quite So', ['X-One', '1', 'x-one', '2', 'Set-Cookie', 'a=b', 'ETag', 'W/"x"'])
    response.end(Buffer.from([0, 255, 10]))
  })
  const headers = [
    ...json,
    'X-Thing',
    'caf\xe9',
    'x-thing',
    '2',
    'Authorization',
    'Hawk id="a"',
    'Accept-Encoding',
    'gzip',
  ]
  for (const [method, target] of [
    ['PUT', path],
    ['POST', '/api/auth/v1/x%2Fy?z=%7e&&a'],
    ['PATCH', '/api/queue/v1/%e4'],
  ] as const) {
    const body = definition()
    const answer = await ask(url, { method, path: target, headers, body })
    const arrived = seen.at(-1)
    expect(arrived).toMatchObject({ line: `${method} ${target}`, body: body.toString('latin1') })
    expect(pairs(arrived?.raw ?? [])).toEqual(pairs(['host', 'tc.example.com', ...headers]))
    expect(arrived?.raw).toContain(String(body.length))
    expect(answer).toMatchObject({ status: 299, body: Buffer.from([0, 255, 10]) })
    expect(answer.raw.slice(0, 8)).toEqual(['X-One', '1', 'x-one', '2', 'Set-Cookie', 'a=b', 'ETag', 'W/"x"'])
    expect(answer.raw.map((part) => part.toLowerCase())).not.toContain('date')
  }
})

it('leaves redirects, HEAD, OPTIONS and empty answers as they are', async () => {
  const { url } = await inFrontOf((request, response) => {
    if (request.url === '/api/r') response.writeHead(303, { location: 'https://elsewhere.example.com/x' }).end('see')
    else if (request.method === 'HEAD') response.writeHead(200, { 'content-length': '12345' }).end()
    else if (request.method === 'OPTIONS') response.writeHead(200, { 'access-control-allow-origin': '*' }).end()
    else response.writeHead(204).end()
  })
  const redirect = await ask(url, { path: '/api/r' })
  expect(redirect.status).toBe(303)
  expect(redirect.raw).toContain('https://elsewhere.example.com/x')
  const head = await ask(url, { method: 'HEAD', path: '/api/x' })
  expect([head.status, head.raw.includes('12345'), head.body.length]).toEqual([200, true, 0])
  const options = await ask(url, { method: 'OPTIONS', path: '/api/x' })
  expect([options.status, options.raw.includes('access-control-allow-origin')]).toEqual([200, true])
  expect((await ask(url, { path: '/references/x' })).status).toBe(204)
  expect((await ask(url, { path: '/login' })).status).toBe(404)
})

it('takes 9 MB for a task and answers 11 MB with 413, also when they are compressed', async () => {
  const sizes: number[] = []
  const { url } = await inFrontOf(readingFirst(({ length }) => `${sizes.push(length)}`))
  const large = (size: number) => definition({ payload: { text: 'x'.repeat(size) } })
  const nine = large(9 * megabyte)
  expect((await ask(url, { method: 'PUT', path, headers: json, body: nine })).status).toBe(200)
  expect(sizes).toEqual([nine.length])
  const eleven = large(11 * megabyte)
  const refused = await ask(url, { method: 'PUT', path, headers: json, body: eleven })
  expect([refused.status, code(refused)]).toEqual([413, 'InputTooLarge'])
  const headers = [...json, 'content-encoding', 'gzip']
  const compressed = await ask(url, { method: 'PUT', path, headers, body: gzipSync(eleven) })
  expect([compressed.status, code(compressed)]).toEqual([413, 'InputTooLarge'])
  expect(sizes).toHaveLength(1)
})

it('streams bodies and answers of any size, never faster than they are taken', async () => {
  const part = Buffer.alloc(megabyte, 'x')
  let sent = 0
  let finished = false
  const { url } = await inFrontOf((_, response) => {
    const more = () => {
      while (sent < 200) {
        sent++
        if (!response.write(part)) {
          response.once('drain', more)
          return
        }
      }
      finished = true
      response.end()
    }
    more()
  })
  const { hostname, port } = new URL(url)
  const request = send({ hostname, port, path: '/api/queue/v1/large', agent: false })
  request.end()
  const response: IncomingMessage = (await once(request, 'response'))[0]
  // nothing is read: upstream must stand still long before the end
  let before = -1
  while (before !== sent) {
    before = sent
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(finished).toBe(false)
  expect(sent).toBeLessThan(40)
  let size = 0
  for await (const chunk of response) size += chunk.length
  expect(size).toBe(200 * megabyte)
})

it('waits for long polls, and hears both sides go', async () => {
  let polled: (() => void) | undefined
  let gone: Promise<unknown> | undefined
  const { url } = await inFrontOf((request, response) => {
    gone = once(response, 'close')
    if (request.url?.endsWith('/poll')) polled = () => response.end('{"tasks":[]}')
    else if (request.url?.endsWith('/die')) {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
      setImmediate(() => response.destroy())
    } else if (request.url?.endsWith('/hang')) response.flushHeaders()
    else request.socket.destroy()
  })
  const answer = ask(url, { method: 'POST', path: '/api/queue/v1/poll' })
  await expect.poll(() => polled !== undefined).toBe(true)
  polled?.()
  expect((await answer).body.toString()).toBe('{"tasks":[]}')

  await expect(ask(url, { path: '/api/queue/v1/die' })).rejects.toThrow()
  const broken = await ask(url, { path: '/api/queue/v1/socket' })
  expect([broken.status, code(broken)]).toEqual([502, 'BadGateway'])
  const brokenTask = await ask(url, { method: 'PUT', path, headers: json, body: definition() })
  expect([brokenTask.status, JSON.parse(brokenTask.body.toString()).requestInfo.method]).toEqual([502, 'createTask'])

  const { hostname, port } = new URL(url)
  const request = send({ hostname, port, path: '/api/queue/v1/hang', agent: false })
  request.on('error', () => {})
  request.end()
  await once(request, 'response')
  request.destroy()
  await gone
})

it('says so when upstream is not there, or too slow', async () => {
  const nobody = await freePort()
  gate = await startTestGate({ upstream: `http://127.0.0.1:${nobody}` }, { store })
  const refused = await ask(gate.url, { path: '/api/queue/v1/ping' })
  expect([refused.status, code(refused)]).toEqual([502, 'BadGateway'])
  expect((await ask(gate.url, { path: '/references/queue/v1/api.json' })).status).toBe(502)
  await gate.stop()
  let asked = 0
  const slow = await inFrontOf(() => void asked++, { upstreamLimits: { answer: 100 } })
  const late = await ask(slow.url, { method: 'PUT', path, headers: json, body: definition() })
  expect([late.status, code(late), asked]).toEqual([504, 'GatewayTimeout', 1])
})

it('survives slow, half-closed and broken clients', async () => {
  let bodies = 0
  const { url } = await inFrontOf(
    readingFirst(() => `${++bodies}`),
    { readLimits: { patience: 100 } },
  )
  const port = Number(new URL(url).port)
  const speak = async (text: string, { end = false } = {}) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(text)
    if (end) socket.end()
    let heard = ''
    for await (const part of socket) heard += part
    return heard
  }
  const head = `PUT ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n`
  expect(await speak(`${head}\r\n{"a`)).toMatch(/^HTTP\/1\.1 408 /)
  await speak(`${head}\r\n{"a`, { end: true })
  await speak(`POST /api/queue/v1/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab`, { end: true })
  await speak('no HTTP at all\r\n\r\n')
  const whole = `POST /api/queue/v1/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`
  expect(await speak(whole)).toMatch(/^HTTP\/1\.1 200 /)
  await speak(whole, { end: true })
  expect(
    await speak(
      `PUT ${path} HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`,
    ),
  ).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /)
  expect(bodies).toBeGreaterThanOrEqual(2)
})

it('answers early refusals of upstream while the body is still on its way', async () => {
  const { url } = await inFrontOf((_, response) => response.writeHead(401).end('{"code":"AuthenticationFailed"}'))
  const body = Buffer.alloc(5 * megabyte, 'x')
  const answer = await ask(url, { method: 'POST', path: '/api/queue/v1/x', headers: json, body })
  expect([answer.status, code(answer)]).toEqual([401, 'AuthenticationFailed'])
})

it('serves 1,000 clients at once', async () => {
  // clients, gate and upstream share one loop here, which is long busy with so many
  const { url } = await inFrontOf(
    readingFirst(() => '{}'),
    { upstreamLimits: { connect: 300_000 } },
  )
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, i) =>
      i % 2 === 0
        ? ask(url, { method: 'PUT', path, headers: json, body: definition() })
        : ask(url, { path: '/api/queue/v1/ping' }),
    ),
  )
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
})

it('lets no pattern hold it up', async () => {
  const passed: string[] = []
  const { url } = await inFrontOf((request, response) => {
    passed.push(request.method ?? '')
    request.resume()
    response.writeHead(request.method === 'PUT' ? 200 : 404).end('{}')
  })
  const body = (text: string) => definition({ taskQueueId: 'proj/strict', payload: { a: text } })
  const put = (text: string) => ask(url, { method: 'PUT', path, headers: json, body: body(text) })
  expect((await put('a'.repeat(10_000))).status).toBe(200)
  // this upstream does not say who signed, which is asked before a task is refused
  expect((await put(`${'a'.repeat(10_000)}!`)).status).toBe(502)
  expect(passed).toEqual(['PUT', 'GET', 'POST'])
})
