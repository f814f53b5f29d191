import type { IncomingMessage, ServerResponse } from 'node:http'
import { PassThrough, type Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { originForm } from './gateRoute'
import type { Upstream } from './upstream'

/** A body that is not the one on its way: its bytes, and the headers that it has instead. */
export interface OtherBody {
  bytes: Buffer
  headers?: string[]
}

/** How an exchange with upstream went. `unanswered` has the reason, and the client has got no answer yet. */
type Forwarded =
  | { outcome: 'answered'; status: number; requestId: string | undefined }
  | { outcome: 'broken-off'; error: Error }
  | { outcome: 'client-gone' }
  | { outcome: 'unanswered'; error: Error }

/** An answer's status and raw headers, before anything of it was sent on. */
interface UpstreamHead {
  status: number
  headers: string[]
}

/**
 * Sends a request on to upstream, and its answer back, both as they come and never faster than they are taken: same line, headers,
 * bytes, `Host`. Once, without a second try. An answer that breaks off breaks off for the client too.
 */
export function forward(
  upstream: Upstream,
  request: IncomingMessage,
  response: ServerResponse,
  other?: OtherBody,
  onHead?: (head: UpstreamHead) => void,
): Promise<Forwarded> {
  return new Promise((resolve) => {
    const streamed = other === undefined && hasBody(request) ? passThrough(request) : undefined
    let controller: Dispatcher.DispatchController | undefined
    let head: UpstreamHead | undefined
    let begun = false
    let settled = false

    const settle = (forwarded: Forwarded) => {
      if (settled) return
      settled = true
      response.off('close', onClose).off('drain', onDrain)
      if (streamed !== undefined) {
        // what upstream did not want to hear is heard out, so that the client hears the answer
        request.unpipe()
        request.resume()
        streamed.destroy()
      }
      resolve(forwarded)
    }
    const onClose = () => {
      if (response.writableFinished) return
      controller?.abort(new Error('the client is gone'))
      settle({ outcome: 'client-gone' })
    }
    const onDrain = () => controller?.resume()
    response.on('close', onClose).on('drain', onDrain)

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(given) {
        controller = given
        if (settled) given.abort(new Error('the client is gone'))
      },
      onResponseStart(given, status, _, statusText) {
        if (status < 200 || settled) return
        head = { status, headers: endToEndHeaders(toText(given.rawHeaders)) }
        onHead?.(head)
        response.sendDate = false
        response.writeHead(status, statusText, head.headers)
        // a head that comes alone is sent alone, and one with a body together with it
        process.nextTick(() => {
          if (!settled && !begun) response.flushHeaders()
        })
      },
      onResponseData(given, part) {
        begun = true
        if (!settled && !response.write(part)) given.pause()
      },
      onResponseEnd() {
        if (settled || head === undefined) return
        response.end()
        settle({ outcome: 'answered', status: head.status, requestId: headerOf(head.headers, 'x-for-request-id') })
      },
      onResponseError(_, error) {
        if (settled) return
        if (!response.headersSent) return settle({ outcome: 'unanswered', error })
        settle({ outcome: 'broken-off', error })
        response.destroy()
      },
    }
    const { method = 'GET', url = '/', rawHeaders } = request
    const options = {
      path: originForm(url),
      method,
      headers: other?.headers ?? endToEndHeaders(rawHeaders),
      body: other === undefined ? streamed : other.bytes,
    }
    upstream.pool.dispatch(options, handler)
  })
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** The body in a stream of its own, which may be destroyed without the connection that it comes from. */
function passThrough(request: IncomingMessage): Readable {
  const stream = new PassThrough()
  // whoever reads it hears of the end; without a reader it is no news
  stream.on('error', () => {})
  request.on('error', (error) => stream.destroy(error))
  return request.pipe(stream)
}

function toText(raw: Dispatcher.DispatchController['rawHeaders']): string[] {
  if (!Array.isArray(raw)) return []
  return raw.map((part: string | Buffer) => (typeof part === 'string' ? part : part.toString('latin1')))
}

function headerOf(headers: string[], name: string): string | undefined {
  const at = headers.findIndex((part, i) => i % 2 === 0 && part.toLowerCase() === name)
  return at < 0 ? undefined : headers[at + 1]
}

/** Headers of one connection alone (RFC 9110, 7.6.1), and `Expect`, which this server has answered itself. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
])

/** Never of one connection alone, whatever `Connection` says: upstream must read the same message as the gate. */
const essential = /^(?:host|authorization|content-.*)$/

/** Raw headers (names and values in turns) without those that concern one connection, and without those that are named. */
export function endToEndHeaders(raw: readonly string[], without: readonly string[] = []): string[] {
  let dropped = without
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const value = raw[i + 1] ?? ''
    if (value === 'keep-alive' || value === 'close' || raw[i]?.toLowerCase() !== 'connection') continue
    const named = value.split(',').map((name) => name.trim().toLowerCase())
    dropped = [...dropped, ...named.filter((name) => !essential.test(name))]
  }
  const kept: string[] = []
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i] ?? ''
    const lower = name.toLowerCase()
    if (!hopByHop.has(lower) && !dropped.includes(lower)) kept.push(name, raw[i + 1] ?? '')
  }
  return kept
}
