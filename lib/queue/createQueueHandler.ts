import { Hono } from 'hono'
import { answer, apiHeaders } from './api/answer'
import type { HandlerOptions } from './api/handlerOptions'
import { runMethod } from './api/runMethod'
import { publishedFiles } from './publishedFiles'
import { services } from './services'

/** What the host of the handler may know better than a `Request` says. */
export interface RawRequest {
  /** the request line's path and query, byte for byte: what Hawk signs */
  target?: string
  /** counts this request, see `RoutedRequest` */
  secondsToWait?: (clientId: string | undefined) => number
}

/** Answers requests below `/api`, `/references` and `/schemas`. */
export type QueueHandler = (request: Request, raw?: RawRequest) => Promise<Response>

/** The services of the embedded deployment as one fetch-style handler. Its host passes requests on as they came, with their `Host`. */
export function createQueueHandler(options: HandlerOptions): QueueHandler {
  const app = new Hono<{ Bindings: RawRequest }>({ strict: false })
  for (const service of services) {
    for (const method of service.methods) {
      const parameter = method.plainSlash ? ':$1{.+}' : ':$1'
      const path = `/api/${service.name}/v1${method.route.replace(/<([^<>]+)>/g, parameter)}`
      app.on(method.method.toUpperCase(), path, (context) => {
        const routed = {
          request: context.req.raw,
          target: context.env.target,
          secondsToWait: context.env.secondsToWait,
          params: { ...context.req.param() },
          service: service.name,
        }
        return runMethod(method, routed, options)
      })
    }
  }
  app.options('/api/*', () => new Response(null, { status: 200, headers: apiHeaders }))
  for (const [path, file] of publishedFiles(services, options.rootUrl)) {
    app.get(path, () => answer(200, file, { 'access-control-allow-origin': '*' }))
  }
  app.notFound(() => answer(404, { error: 'Not found' }, apiHeaders))
  return async (request, raw = {}) => app.fetch(request, raw)
}
