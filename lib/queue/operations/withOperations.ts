import type { RequestListener } from 'node:http'
import type { Registry } from 'prom-client'
import { type HealthReport, healthAnswer } from './health'
import { type QueueMetrics, routeOf } from './queueMetrics'

/** What the operations of a process are told by. */
interface Operations {
  registry: Registry
  health: () => HealthReport | Promise<HealthReport>
  stopping: () => boolean
}

/** Answers `/health` and `/metrics`, and leaves the rest to the listener. While the process stops, connections end with their answer. */
export function withOperations(listener: RequestListener, { registry, health, stopping }: Operations): RequestListener {
  return (request, response) => {
    if (stopping()) response.setHeader('connection', 'close')
    const path = request.method === 'GET' ? request.url?.replace(/\?.*$/s, '') : undefined
    if (path === '/health') {
      const answering = async () => {
        const { statusCode, body } = healthAnswer(await health(), stopping())
        response.writeHead(statusCode, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        response.end(`${JSON.stringify(body)}\n`)
      }
      answering().catch(() => response.destroy())
    } else if (path === '/metrics') {
      const answering = async () => {
        const text = await registry.metrics()
        response.writeHead(200, { 'content-type': registry.contentType }).end(text)
      }
      answering().catch(() => response.destroy())
    } else {
      listener(request, response)
    }
  }
}

/** Counts and times the requests of a Queue by service and method of HTTP. */
export function withMetrics(listener: RequestListener, metrics: QueueMetrics): RequestListener {
  return (request, response) => {
    const { method = 'GET', url = '/' } = request
    const route = routeOf(method, url)
    const measured = metrics.requestSeconds.startTimer({ route })
    response.on('close', () => {
      const status = response.writableFinished ? response.statusCode : 0
      measured()
      metrics.requests.inc({ route, status })
    })
    listener(request, response)
  }
}
