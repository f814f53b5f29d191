import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { QueueHandler } from './createQueueHandler'
import type { ApiRates } from './operations/apiRates'

/** A handler as a listener of Node's HTTP server; it is told the request line as it came, and counts requests where there are rates. */
export function requestListener(handler: QueueHandler, rates?: ApiRates): RequestListener {
  return (request, response) => {
    reply(handler, request, response, rates).catch(() => response.destroy())
  }
}

async function reply(
  handler: QueueHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  rates: ApiRates | undefined,
): Promise<void> {
  const target = incoming.url ?? '/'
  const request = toRequest(incoming, target)
  if (request === undefined) {
    outgoing.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"Bad request"}')
    return
  }
  const address = incoming.socket.remoteAddress ?? 'unknown'
  const secondsToWait = rates && ((clientId: string | undefined) => rates(address, clientId))
  await sendResponse(await handler(request, { target, secondsToWait }), outgoing)
}

/** Sends a fetch-style answer as that of Node's server. */
export async function sendResponse(answer: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
  await pipeline(chunks(answer), outgoing)
}

/** Undefined for a request line or headers that no `Request` can hold. The body is that of `incoming`, unless it was read already. */
export function toRequest(incoming: IncomingMessage, target: string, read?: Buffer): Request | undefined {
  const { method = 'GET', rawHeaders } = incoming
  const url = target.startsWith('/') ? `http://localhost${target}` : target
  if (!URL.canParse(url) || ['CONNECT', 'TRACE', 'TRACK'].includes(method)) return undefined
  const headers = new Headers()
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) headers.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '')
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  if (read !== undefined) return new Request(url, { method, headers, body: new Uint8Array(read) })
  const body: unknown = Readable.toWeb(incoming)
  const init = { method, headers, duplex: 'half', body: body instanceof ReadableStream ? body : null }
  return new Request(url, init)
}

async function* chunks({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) yield part.value
}
