import type { RequestListener } from 'node:http'
import type { Logger } from 'pino'
import { loggedTarget } from './queueLog'
import type { QueueMetrics } from './queueMetrics'
import { routeOf } from './routeOf'

/** Counts and times the requests of a Queue by service and method of HTTP, and logs them for those who debug. */
export function withMetrics(listener: RequestListener, metrics: QueueMetrics, log: Logger): RequestListener {
  return (request, response) => {
    const { method = 'GET', url = '/' } = request
    const route = routeOf(method, url)
    const measured = metrics.requestSeconds.startTimer({ route })
    response.on('close', () => {
      const status = response.writableFinished ? response.statusCode : 0
      const seconds = measured()
      metrics.requests.inc({ route, status })
      if (log.isLevelEnabled('debug')) log.debug({ method, target: loggedTarget(url), status, seconds }, 'answered')
    })
    listener(request, response)
  }
}
