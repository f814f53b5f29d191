import { EventEmitter, once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from './createLog'
import { noteClient } from './currentRequest'
import { type HttpHost, listen } from './listen'

const secret = 'hUnTer2-hUnTer2-hUnTer2'
const place = { host: '127.0.0.1', port: 0 }
let lines: string[]
let host: HttpHost
let answered: number
/** holds answers back until it is called */
let release: () => void

beforeEach(async () => {
  lines = []
  answered = 0
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const log = createLog('test', 'info', { write: (line: string) => void lines.push(line) })
  host = await listen(
    async (request, response) => {
      answered += 1
      if (request.url === '/slow') await released
      noteClient('proj/ci')
      response.end('hello')
    },
    place,
    { log, proxies: 1 },
  )
})
afterEach(() => host.close(0))

/** Sends text as it is, and reads until the server closes the connection. */
async function send(text: string): Promise<string> {
  const socket = connect(host.port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('latin1').on('data', (part) => {
    heard += part
  })
  socket.on('error', () => {})
  socket.write(text, 'latin1')
  await once(socket, 'close')
  return heard
}

describe('requests that no server here answers', () => {
  it.each<[string, string, number]>([
    ['TRACE', 'TRACE / HTTP/1.1\r\nHost: a\r\n\r\n', 405],
    ['an address with scheme and host', 'GET http://evil.example.com/designs HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['an address that is a star', 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: evil.example.com\r\n\r\n', 400],
    [
      'two origins',
      'POST / HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nOrigin: http://b\r\nContent-Length: 0\r\n\r\n',
      400,
    ],
    ['two signatures', 'GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Hawk\r\nauthorization: Hawk\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    [
      'a WebSocket',
      'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      400,
    ],
  ])('%s', async (_, text, status) => {
    expect(await send(text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answered).toBe(0)
  })

  it('CONNECT, which is closed without a word', async () => {
    expect(await send('CONNECT evil.example.com:443 HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('')
    expect(answered).toBe(0)
  })
})

it('leaves an offer of another HTTP alone', async () => {
  const offer = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n'
  expect(await send(offer)).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*hello/)
})

it('keeps connections for longer than a proxy in front does', async () => {
  const answer = await fetch(host.url)
  const kept = Number(/timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '')?.[1])
  expect(kept).toBeGreaterThan(75)
})

describe('the log', () => {
  it('has one line for a request, with what it took and nothing secret', async () => {
    const headers = {
      authorization: `Hawk mac="${secret}"`,
      cookie: `a=${secret}`,
      'x-forwarded-for': '6.6.6.6, 1.2.3.4',
    }
    await fetch(`${host.url}/designs/x?token=${secret}`, { headers })
    await expect.poll(() => lines.length).toBe(1)
    const told = { method: 'GET', path: '/designs/x', status: 200, address: '1.2.3.4', client: 'proj/ci' }
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ name: 'test', level: 30, msg: 'answered', ...told })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      milliseconds: expect.any(Number),
      bytes: expect.any(Number),
    })
    expect(JSON.parse(lines[0] ?? '').bytes).toBeGreaterThan(100)
    expect(lines.join('')).not.toContain('hUnTer2')
  })

  it('tells of what is refused, and of who left', async () => {
    await send('TRACE / HTTP/1.1\r\nHost: a\r\n\r\n')
    const socket = connect(host.port, '127.0.0.1')
    socket.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n')
    await expect.poll(() => answered).toBe(1)
    socket.destroy()
    await expect.poll(() => lines.length).toBe(2)
    expect(lines.map((line) => JSON.parse(line).status)).toEqual([405, 0])
    release()
  })

  it.each([
    ['a secret in the path', `/x/ghp_${secret}`],
    ['a forged line', '/x%0A{"level":50}'],
    ['what would be no ASCII', '/%9b2J%c2%85'],
    ['a very long path', `/${'x'.repeat(10_000)}`],
  ])('stays one short line for %s', async (_, path) => {
    await send(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Forwarded-For: \x85{"level":50}\r\n\r\n`)
    await expect.poll(() => lines.length).toBe(1)
    expect(lines[0]).toMatch(/^[\x20-\x7e…]{50,1000}\n$/)
    expect(lines[0]).not.toContain('hUnTer2')
    expect(JSON.parse(lines[0] ?? '').address).toBe('unknown')
  })
})

describe('the end', () => {
  it('waits for what is being answered', async () => {
    const slow = fetch(`${host.url}/slow`)
    await expect.poll(() => answered).toBe(1)
    let idle = false
    const waited = host.idle().then(() => {
      idle = true
    })
    await (await fetch(host.url)).text()
    expect(idle).toBe(false)
    release()
    expect(await (await slow).text()).toBe('hello')
    await waited
    await host.idle()
  })

  it('comes, whatever is open', async () => {
    const sockets: Socket[] = []
    for (const text of [
      '',
      'GET /slow HTTP/1.1\r\nHost: a\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n',
    ]) {
      const socket = connect(host.port, '127.0.0.1').on('error', () => {})
      socket.resume()
      await once(socket, 'connect')
      socket.write(text)
      sockets.push(socket)
    }
    await expect.poll(() => answered).toBe(2)
    const closed = sockets.map((socket) => once(socket, 'close'))
    await host.close(0)
    await Promise.all(closed)
  })

  it('comes also where a connection speaks something else', async () => {
    const taken = new EventEmitter()
    const upgrade = () => taken.emit('taken')
    const other = await listen(() => {}, place, { upgrade })
    const socket = connect(other.port, '127.0.0.1').on('error', () => {})
    const [closed, took] = [once(socket, 'close'), once(taken, 'taken')]
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    await took
    await other.close(0)
    await closed
  })
})
