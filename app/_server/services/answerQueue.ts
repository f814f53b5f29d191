import 'server-only'
import { randomUUID } from 'node:crypto'
import { createLog } from '@/lib/http/createLog'
import { createQueueHandler, type QueueHandler } from '@/lib/queue/createQueueHandler'
import { apiRates } from '@/lib/queue/operations/apiRates'
import { type QueueMetrics, routeOf } from '@/lib/queue/operations/queueMetrics'
import { toolVersion } from '@/lib/toolVersion'
import { requestSource, withoutOwnPort } from './requestSource'
import { services } from './services'

const log = createLog('queue')
const rates = apiRates(Date.now)
let opened: Promise<{ handler: QueueHandler; metrics: QueueMetrics; port: number }> | undefined

/** Answers a request to the embedded services with the request as it came. */
export async function answerQueue(request: Request): Promise<Response> {
  opened ??= open()
  const { handler, metrics, port } = await opened.catch((error: unknown) => {
    opened = undefined
    throw error
  })
  const route = routeOf(request.method, new URL(request.url).pathname)
  const measured = metrics.requestSeconds.startTimer({ route })
  const { address } = requestSource(request.headers, 'program')
  const answer = await handler(withoutOwnPort(request, port), { secondsToWait: (clientId) => rates(address, clientId) })
  measured()
  metrics.requests.inc({ route, status: answer.status })
  return answer
}

async function open() {
  const { store, environment, metrics } = await services()
  const handler = createQueueHandler({
    store,
    rootUrl: environment.rootUrl,
    now: () => new Date(),
    version: toolVersion,
    randomId: randomUUID,
    onRefusal: (taskQueueId) => metrics.refusals.inc({ worker_type: taskQueueId }),
    onFailure: (error, incidentId) => log.error({ err: error, incidentId }, 'a request failed'),
  })
  return { handler, metrics, port: environment.port }
}
