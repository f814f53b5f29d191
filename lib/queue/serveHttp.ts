import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { QueueHandler } from './createQueueHandler'

/** A server that listens, at the address it has. */
export interface HttpHost {
  url: string
  close(): Promise<void>
}

/** Serves a handler with Node's own HTTP server, and tells it the request line as it came. */
export async function serveHttp(
  handler: QueueHandler,
  { host, port }: { host: string; port: number },
): Promise<HttpHost> {
  const server = createServer((request, response) => {
    reply(handler, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`, close: () => close(server) }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeIdleConnections()
  })
}

async function reply(handler: QueueHandler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const target = incoming.url ?? '/'
  const request = toRequest(incoming, target)
  if (request === undefined) {
    outgoing.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"Bad request"}')
    return
  }
  const answer = await handler(request, { target })
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
  await pipeline(chunks(answer), outgoing)
}

/** Undefined for a request line or headers that no `Request` can hold. */
function toRequest(incoming: IncomingMessage, target: string): Request | undefined {
  const { method = 'GET', rawHeaders } = incoming
  const url = target.startsWith('/') ? `http://localhost${target}` : target
  if (!URL.canParse(url) || ['CONNECT', 'TRACE', 'TRACK'].includes(method)) return undefined
  const headers = new Headers()
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) headers.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '')
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const body: unknown = Readable.toWeb(incoming)
  const init = { method, headers, duplex: 'half', body: body instanceof ReadableStream ? body : null }
  return new Request(url, init)
}

async function* chunks({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) yield part.value
}
