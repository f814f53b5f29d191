import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { type CurrentRequest, keptRequest } from '@/lib/http/currentRequest'
import { answer, apiHeaders, errorBody, errorHeaders } from '@/lib/queue/api/answer'
import { type ApiError, statusOfCode } from '@/lib/queue/api/apiError'
import type { HandlerOptions } from '@/lib/queue/api/handlerOptions'
import type { QueueMetrics } from '@/lib/queue/operations/queueMetrics'
import { sendResponse } from '@/lib/queue/requestListener'
import type { Store } from '@/lib/registry/store/store'
import { forward, type OtherBody } from './forward'
import type { ReadLimits } from './readWhole'
import type { SchemasInForce } from './schemasInForce'
import { authenticateUpstream, type Upstream, upstreamFailure } from './upstream'

/** One request at the gate, with all that answering it takes. */
export class Exchange {
  #requestId: string | undefined

  constructor(
    readonly gate: GateOptions,
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    /** the method as the envelope names it, and the parameters of its URL */
    readonly method: { name: string; params: Record<string, string> },
  ) {}

  /** Names the request in the log and in answers of the gate's own; most requests need no name. */
  get requestId(): string {
    this.#requestId ??= this.current?.id ?? this.gate.randomId()
    return this.#requestId
  }

  /** What the server knows of the request. */
  get current(): CurrentRequest | undefined {
    return keptRequest(this.request)
  }

  /** Passes the request on, with the body that was read already or as it comes. */
  async passOn(other?: OtherBody): Promise<void> {
    const { upstream, metrics, log } = this.gate
    const measured = metrics.upstreamSeconds.startTimer()
    const forwarded = await forward(upstream, this.request, this.response, other, () => measured())
    if (forwarded.outcome === 'unanswered') {
      const failure = upstreamFailure(forwarded.error)
      metrics.upstreamFailures.inc({ kind: failure.code })
      log.warn({ err: forwarded.error, requestId: this.requestId, ...this.method }, 'upstream did not answer')
      await this.refuse(failure)
    } else if (forwarded.outcome === 'broken-off') {
      metrics.upstreamFailures.inc({ kind: 'broken-off' })
      log.warn({ err: forwarded.error, requestId: this.requestId, ...this.method }, 'the answer of upstream broke off')
    }
  }

  /** Answers with the envelope of errors. */
  async refuse(error: ApiError, more: Record<string, string> = {}): Promise<void> {
    const { code, message } = error
    if (this.response.destroyed || this.response.headersSent) return
    const { name: method, params } = this.method
    const body = errorBody(code, message, { method, params, payload: {} }, this.gate.now())
    const headers = { ...apiHeaders, 'x-for-request-id': this.requestId, ...errorHeaders(error), ...more }
    await this.send(answer(statusOfCode[code], body, headers))
  }

  async send(response: Response): Promise<void> {
    if (this.response.destroyed) return
    // a client that goes away while it is answered is no failure
    await sendResponse(response, this.response).catch(() => this.response.destroy())
  }

  /** For methods that run here: signatures are verified by upstream, whatever goes wrong is logged. */
  handlerOptions(store: Store): HandlerOptions {
    const { upstream, rootUrl, now, version, randomId, log } = this.gate
    return {
      store,
      rootUrl,
      now,
      version,
      randomId,
      authenticate: (signed) => authenticateUpstream(upstream, signed),
      onFailure: (err, incidentId) => log.error({ err, incidentId, requestId: this.requestId }, 'a request failed'),
    }
  }
}

/** What becomes of tasks while nobody knows which schemas there are. */
export type WhenUnknown = 'pass' | 'refuse'

/** What the gate stands on. */
export interface GateOptions {
  upstream: Upstream
  schemas: SchemasInForce
  /** undefined as long as the database was never reached */
  store: () => Store | undefined
  /** the public address of the deployment, without a slash at its end */
  rootUrl: string
  /** the address of the pages that refusals point to */
  pagesUrl: string
  whenUnknown: WhenUnknown
  limits: ReadLimits
  now: () => Date
  randomId: () => string
  /** of the product */
  version: string
  metrics: QueueMetrics
  log: Logger
}
