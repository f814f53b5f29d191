import type { RequestListener } from 'node:http'
import type { QueueMetrics } from './queueMetrics'
import { routeOf } from './routeOf'

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
