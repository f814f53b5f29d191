import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { watchActionBody } from './actionBody'
import { callerAddress, isOwnHost, isReadableAddress } from './addresses'
import { type CurrentRequest, currentRequest } from './currentRequest'
import { type HttpHost, type ListenOptions, listen } from './listen'
import type { RequestRefusal } from './unfitRequest'

/** What the server of the pages is told by its environment. */
export interface AppServerOptions {
  log: Logger
  /** the public address, once it is known */
  rootUrl: () => string
  proxies: number
  publicRead: boolean
  /** answers a request: the framework */
  handle: RequestListener
  upgrade?: ListenOptions['upgrade']
}

/** A server of the pages, which first stops to be asked, and then stops. */
export interface AppServer extends HttpHost {
  /** from now on nothing new is begun; the services still answer, since what is under way may need them */
  refuseNew(): void
}

const seconds = 1000

/** A caller that sends slowly, or never ends, does not keep a connection for ever. */
const limits = { head: 20 * seconds, request: 120 * seconds }

/** Listens for requests to the pages and the embedded services. */
export async function listenForApp(
  place: { host: string; port: number },
  { log, rootUrl, proxies, publicRead, handle, upgrade }: AppServerOptions,
): Promise<AppServer> {
  let stopping = false
  const answer: RequestListener = (request, response) => {
    const { headers, socket } = request
    headers['x-forwarded-for'] = callerAddress(socket.remoteAddress, String(headers['x-forwarded-for'] ?? ''), proxies)
    // what a proxy says of the name counts for nothing: `Host` has to be passed on as it is
    delete headers['x-forwarded-host']
    const current = currentRequest()
    if (current !== undefined) mendAnswer(response, current)
    handle(request, response)
  }
  const refuse = (request: IncomingMessage) => (stopping && !isService(request) ? ending : strange(request, rootUrl()))
  const options = { log, proxies, publicRead, refuse, limits, isDecodedFirst, watchBody: watchActionBody, upgrade }
  const host = await listen(answer, place, options)
  return {
    ...host,
    refuseNew: () => {
      stopping = true
    },
  }
}

/** Next decodes actions and the state of its router before anything of ours runs. */
function isDecodedFirst({ headers }: IncomingMessage): boolean {
  return headers['next-action'] !== undefined || headers['next-router-state-tree'] !== undefined
}

/** Programs ask the services and the metrics, by whatever name they reach this machine; a signature holds for one name. */
function isService({ url = '' }: IncomingMessage): boolean {
  return /^\/(?:(?:api|references|schemas)\/|metrics(?:\?|$))/.test(url)
}

function strange(request: IncomingMessage, rootUrl: string): RequestRefusal | undefined {
  const { method, url = '' } = request
  if (!isReadableAddress(url)) return { status: 400, text: 'The address cannot be read.' }
  // a browser asks before it reads the files of worker types, and Next fails over the question for its own files
  if (method === 'OPTIONS' && !isService(request) && !url.startsWith('/worker-types/')) {
    return { status: 405, text: 'This address takes no such requests.' }
  }
  if (isService(request) || isOwnHost(request.headers.host, rootUrl)) return undefined
  const text = `This server answers for ${rootUrl}, which is not what you asked for. Whoever runs it sets ROOT_URL to the address that it is reached at.`
  return { status: 421, text }
}

const ending: RequestRefusal = {
  status: 503,
  text: 'This server is stopping. Try again in a moment.',
  headers: { 'retry-after': '5' },
}

/**
 * Says what is so where the framework says 500. It decodes the arguments of actions and the state of its router before anything of ours runs, and takes whatever it
 * cannot decode for a fault of the server: that is 400. Of a database that is gone, or full, it knows nothing: that is 503, in plain words instead of a page.
 */
export function mendAnswer(response: ServerResponse, current: CurrentRequest): void {
  const { write, end, writeHead, flushHeaders } = response
  let replaced = false
  const replace = (status: number): boolean => {
    if (replaced) return true
    const { trouble } = current
    if (status !== 500 || trouble === undefined || response.headersSent) return false
    replaced = true
    for (const name of response.getHeaderNames()) if (ofThePage.test(name)) response.removeHeader(name)
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
    writeHead.call(response, 503, { ...headers, 'retry-after': String(trouble.retryAfter) })
    end.call(response, `${trouble.message} ${trouble.help}\n`, 'utf8')
    return true
  }
  Object.assign(response, {
    write: (...args: unknown[]) => replace(response.statusCode) || Reflect.apply(write, response, args),
    end: (...args: unknown[]) => (replace(response.statusCode) ? response : Reflect.apply(end, response, args)),
    flushHeaders: () => {
      if (!replace(response.statusCode)) flushHeaders.call(response)
    },
    writeHead: (status: number, ...rest: unknown[]) => {
      if (replace(status)) return response
      const mended = status === 500 && !current.reached ? 400 : status
      return Reflect.apply(writeHead, response, [mended, ...rest])
    },
  })
}

/** Headers that speak of the page which is not sent. */
const ofThePage =
  /^(?:content-(?:type|length|encoding|disposition)|etag|link|cache-control|transfer-encoding|x-nextjs-.*)$/
