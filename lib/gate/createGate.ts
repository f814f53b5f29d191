import type { RequestListener } from 'node:http'
import { answer } from '@/lib/queue/api/answer'
import { ApiError } from '@/lib/queue/api/apiError'
import { answerCreateTask } from './answerCreateTask'
import { answerDeclareWorkerType, answerPayloadSchema } from './answerDeclareWorkerType'
import { answerPublished } from './answerPublished'
import { Exchange, type GateOptions } from './exchange'
import { type GateRoute, gateRoute } from './gateRoute'

/**
 * The gate in front of a real Queue, as a listener of Node's HTTP server. Tasks are checked, declarations keep their schema here, which can be
 * read again, published files are added to; all the rest below `/api`, `/references` and `/schemas` passes as it is. Nothing that a client or upstream
 * does ends the process or goes unanswered.
 */
export function createGate(gate: GateOptions): RequestListener {
  const { metrics, log, randomId } = gate
  return (request, response) => {
    const { method = 'GET', url = '/' } = request
    const route = gateRoute(method, url)
    const measured = metrics.requestSeconds.startTimer({ route: route.kind })
    const exchange = new Exchange(gate, request, response, nameOf(route, method))
    response.on('close', () => {
      const status = response.writableFinished ? response.statusCode : 0
      measured()
      metrics.requests.inc({ route: route.kind, status })
    })
    perform(exchange, route).catch(async (error: unknown) => {
      if (error instanceof ApiError) {
        metrics.upstreamFailures.inc({ kind: error.code })
        log.warn({ err: error, requestId: exchange.requestId }, 'upstream did not answer the gate')
        await exchange.refuse(error)
        return
      }
      const incidentId = randomId()
      log.error({ err: error, incidentId, requestId: exchange.requestId }, 'a request failed')
      if (response.headersSent) response.destroy()
      else
        await exchange.refuse(new ApiError('InternalServerError', `Internal Server Error, incidentId ${incidentId}.`))
    })
  }
}

function perform(exchange: Exchange, route: GateRoute): Promise<void> {
  switch (route.kind) {
    case 'create-task':
      return answerCreateTask(exchange)
    case 'declare-worker-type':
      return answerDeclareWorkerType(exchange)
    case 'payload-schema':
      return answerPayloadSchema(exchange)
    case 'published':
      return answerPublished(exchange, route.path)
    case 'pass-on':
      return exchange.passOn()
    case 'not-served':
      return exchange.send(answer(404, { error: 'Not found' }, {}))
  }
}

function nameOf(route: GateRoute, httpMethod: string): { name: string; params: Record<string, string> } {
  if (route.kind === 'create-task') return { name: 'createTask', params: route.params }
  if (route.kind === 'declare-worker-type') return { name: 'declareWorkerType', params: route.params }
  if (route.kind === 'payload-schema') return { name: 'getPayloadSchema', params: route.params }
  return { name: httpMethod.toLowerCase(), params: {} }
}
