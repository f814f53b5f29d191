import type { ServerResponse } from 'node:http'
import type { CurrentRequest } from './currentRequest'

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
