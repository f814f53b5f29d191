import { randomUUID } from 'node:crypto'
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { watchAnswer } from './accessLog'
import type { BodyWatch } from './actionBody'
import { BoundedRequest, noteWaiting } from './boundedRequest'
import { type CurrentRequest, duringRequest, keepRequest } from './currentRequest'
import { type RequestRefusal, unfitRequest } from './unfitRequest'

/** A server that listens, at the address it has. */
export interface HttpHost {
  url: string
  port: number
  /** resolves once nothing is being answered */
  idle(): Promise<void>
  /**
   * Takes no more connections, lets what is being answered finish, and ends what is still open after `graceMilliseconds` (by default
   * never).
   */
  close(graceMilliseconds?: number): Promise<void>
}

/** What a server may be told beside its listener. */
export interface ListenOptions {
  /** is told of every request */
  log?: Logger
  /** how many proxies of ours are in front */
  proxies?: number
  /** false where whoever answers knows its request by itself: to follow it costs as much as a small answer, with Node 20 */
  isFollowed?: boolean
  /** why a request is not answered, beyond what no server here answers */
  refuse?: (request: IncomingMessage) => RequestRefusal | undefined
  /** false where an answer is for whoever asked alone */
  publicRead?: boolean
  /** what a framework decodes before it hands it on */
  isDecodedFirst?: (request: IncomingMessage) => boolean
  /** what looks at the body of a request as it comes */
  watchBody?: (request: IncomingMessage) => BodyWatch | undefined
  /** longest time for the head of a request and for all of it, in milliseconds */
  limits?: { head: number; request: number }
  /** takes connections over that want to speak something else than HTTP; false where it does not. Without it they are asked to speak HTTP */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
}

const seconds = 1000
const minutes = 60 * seconds

/** A head must arrive within a minute, a whole request within 30, unless it is told otherwise. */
const usualLimits = { head: minutes, request: 30 * minutes }

/** Longer than proxies keep a connection for the next request (nginx: 75 seconds), or they would send one into a connection that is just being closed. */
const keepAlive = 80 * seconds

/** Listens with Node's own HTTP server. A client that speaks no HTTP gets Node's own short answer, and one that is gone gets none. */
export async function listen(
  listener: RequestListener,
  { host, port }: { host: string; port: number },
  options: ListenOptions = {},
): Promise<HttpHost> {
  const {
    log,
    proxies = 0,
    publicRead = true,
    isFollowed = true,
    refuse,
    isDecodedFirst,
    watchBody,
    limits = usualLimits,
    upgrade,
  } = options
  const answering = new Set<ServerResponse>()
  const waiting: (() => void)[] = []
  const answer: RequestListener = (request, response) => {
    if (!noteWaiting(request.socket, response)) return
    answering.add(response)
    response.once('close', () => {
      answering.delete(response)
      if (answering.size === 0) for (const done of waiting.splice(0)) done()
    })
    const current: CurrentRequest = { id: randomUUID(), reached: isDecodedFirst?.(request) !== true }
    if (watchBody !== undefined && request instanceof BoundedRequest) request.watchBody(watchBody(request))
    watchAnswer(request, response, current, { log, proxies })
    if (!publicRead) keepPrivate(response, request.url ?? '')
    const refusal = unfitRequest(request) ?? refuse?.(request)
    if (refusal !== undefined) sayNo(response, refusal)
    else if (isFollowed) duringRequest(current, () => listener(request, response))
    else {
      keepRequest(request, current)
      listener(request, response)
    }
  }
  const times = { headersTimeout: limits.head, requestTimeout: limits.request, keepAliveTimeout: keepAlive }
  const server = createServer({ ...times, IncomingMessage: BoundedRequest }, answer)
  const upgraded = upgrade === undefined ? new Set<Duplex>() : takeUpgrades(server, upgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    port: actual,
    idle: () => new Promise((resolve) => (answering.size === 0 ? resolve() : waiting.push(resolve))),
    close: (grace) => close(server, upgraded, grace),
  }
}

function sayNo(response: ServerResponse, { status, text, headers = {} }: RequestRefusal): void {
  const usual = {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
  // whoever sends such requests may not have sent all of it
  response.writeHead(status, { ...usual, connection: 'close', ...headers }).end(`${text}\n`)
}

/** Connections that were taken over; the server itself knows them no more. */
function takeUpgrades(server: Server, upgrade: NonNullable<ListenOptions['upgrade']>): Set<Duplex> {
  const open = new Set<Duplex>()
  server.on('upgrade', (request, socket, head) => {
    // one that breaks is closed
    socket.on('error', () => socket.destroy())
    if (unfitRequest(request, 'http and more') === undefined && upgrade(request, socket, head)) {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
    } else {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    }
  })
  return open
}

function close(server: Server, upgraded: Set<Duplex>, graceMilliseconds: number | undefined): Promise<void> {
  if (!server.listening) return Promise.resolve()
  return new Promise((resolve, reject) => {
    // connections that become idle only now are ended too
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const limit =
      graceMilliseconds === undefined ? undefined : setTimeout(() => server.closeAllConnections(), graceMilliseconds)
    server.close((error) => {
      clearInterval(idle)
      clearTimeout(limit)
      if (error) reject(error)
      else resolve()
    })
    for (const socket of upgraded) socket.destroy()
    server.closeIdleConnections()
  })
}

/**
 * Sees to it that an answer is for whoever asked alone: no cache in between keeps it, and no page of another site reads it. The files that the app is made of are the
 * same for everybody, and a browser may keep them.
 */
function keepPrivate(response: ServerResponse, path: string): void {
  const { writeHead } = response
  response.writeHead = (status: number, ...rest: unknown[]) => {
    for (const [name, value] of Object.entries(headersIn(rest)))
      if (value !== undefined) response.setHeader(name, value)
    changeHeaders(response, path)
    return Reflect.apply(writeHead, response, [status, ...rest.filter((each) => typeof each === 'string')])
  }
}

function changeHeaders(response: ServerResponse, path: string): void {
  const caching = String(response.getHeader('cache-control') ?? '')
  const isPublic = /\bpublic\b/i.test(caching)
  if (isPublic && path.startsWith('/_next/static/')) {
    response.setHeader('cache-control', caching.replace(/\bpublic\b/i, 'private'))
  } else if (isPublic) {
    response.setHeader('cache-control', 'private, no-cache')
  }
  for (const name of response.getHeaderNames()) if (name.startsWith('access-control-')) response.removeHeader(name)
  response.appendHeader('vary', 'Cookie, Authorization')
}

/** `writeHead` takes headers as an object, or as names and values in turns. */
function headersIn(rest: unknown[]): OutgoingHttpHeaders {
  const given = rest.find((each) => typeof each === 'object' && each !== null)
  if (!Array.isArray(given)) return { ...given }
  const headers: Record<string, OutgoingHttpHeader> = {}
  for (let i = 0; i + 1 < given.length; i += 2) headers[String(given[i])] = String(given[i + 1])
  return headers
}

/** Waits for something as long as it may take: true where it came about in time. What fails is waited for no longer, either. */
export async function within(milliseconds: number, waited: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const done = waited.then(
    () => true,
    () => false,
  )
  const inTime = await Promise.race([done, limit])
  clearTimeout(timer)
  return inTime
}
