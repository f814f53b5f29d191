import { once } from 'node:events'
import { Agent, request as ask } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type HttpHost, listen } from './listen'

let host: HttpHost
let begun = 0
let got = 0

beforeEach(async () => {
  begun = 0
  got = 0
  host = await listen(
    (request, response) => {
      begun++
      request.on('data', (part: Buffer) => {
        got += part.length
      })
      request.on('end', () => setImmediate(() => response.end('hello')))
    },
    { host: '127.0.0.1', port: 0 },
  )
})
afterEach(() => host.close(0))

const head = 'Host: 127.0.0.1\r\n'

/** Sends text as it is, and reads until there are so many answers, or the connection is closed. */
async function send(text: string, answers = Number.POSITIVE_INFINITY): Promise<number> {
  const socket = connect(host.port, '127.0.0.1')
  socket.on('error', () => {})
  let heard = ''
  socket.setEncoding('latin1').on('data', (part) => {
    heard += part
    if (heard.split('HTTP/1.1 200').length > answers) socket.destroy()
  })
  socket.write(text)
  await new Promise((resolve) => socket.once('close', resolve))
  return heard.split('HTTP/1.1 200').length - 1
}

it('answers requests that are sent in one go, as long as they are few', async () => {
  expect(await send(`GET / HTTP/1.1\r\n${head}\r\n`.repeat(100), 100)).toBe(100)
})

it('ends a connection that sends thousands without listening', async () => {
  await send(`GET / HTTP/1.1\r\n${head}\r\n`.repeat(20_000))
  expect(begun).toBe(100)
})

it('waits for nothing of a connection that is gone', async () => {
  await send(`GET / HTTP/1.1\r\n${head}\r\n`.repeat(20_000))
  const socket = connect(host.port, '127.0.0.1')
  socket.write(`PUT /never HTTP/1.1\r\n${head}Content-Length: 5\r\n\r\n`)
  while (begun < 101) await new Promise((resolve) => setImmediate(resolve))
  socket.destroy()
  await host.idle()
})

it('counts what is not answered, so that a connection may be used as long as it likes', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let i = 0; i < 300; i++) {
    const sent = ask({ host: '127.0.0.1', port: host.port, agent }).end()
    const [response] = await once(sent, 'response')
    response.resume()
    await once(response, 'end')
  }
  agent.destroy()
  expect(begun).toBe(300)
})

const chunked = `PUT / HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\n`

it('ends a connection that sends a body in crumbs', async () => {
  expect(await send(`${chunked}${'1\r\n \r\n'.repeat(300_000)}0\r\n\r\n`)).toBe(0)
  expect(got).toBeLessThan(1000)
})

it('takes a body in thousands of small parts, and one that begins in crumbs', async () => {
  const small = `20\r\n${' '.repeat(32)}\r\n`.repeat(20_000)
  expect(await send(`${chunked}${small}0\r\n\r\n`, 1)).toBe(1)
  expect(await send(`${chunked}${'1\r\n \r\n'.repeat(400)}0\r\n\r\n`, 1)).toBe(1)
  expect(got).toBe(640_400)
})
