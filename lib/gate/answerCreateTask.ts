import { ApiError } from '@/lib/queue/api/apiError'
import { mostValues } from '@/lib/queue/api/readBody'
import { runMethod } from '@/lib/queue/api/runMethod'
import { toRequest } from '@/lib/queue/requestListener'
import { readReasons } from '@/lib/queue/taskQueues/schemaReasons'
import type { Exchange } from './exchange'
import { originForm } from './gateRoute'
import { judgeTask } from './judgeTask'
import { readWhole } from './readWhole'
import { type Refusal, refuseTask } from './refuseTask'
import { askUpstream } from './upstream'

/** createTask at the gate: what the schema of the task queue takes is passed on byte for byte, and the rest is refused. */
export async function answerCreateTask(exchange: Exchange): Promise<void> {
  const { gate, request } = exchange
  const bytes = await readWhole(request, gate.limits)
  if (bytes === 'gone') return
  if (bytes === 'too-large') return exchange.refuse(tooLarge(gate.limits.largest), { connection: 'close' })
  if (bytes === 'too-slow') return exchange.refuse(tooSlow, { connection: 'close' })
  const measured = gate.metrics.validationSeconds.startTimer()
  const judgement = await judgeTask(bytes, request.headers, {
    schemas: gate.schemas,
    largest: gate.limits.largest,
    now: gate.now(),
  })
  measured()
  switch (judgement.verdict) {
    case 'passes':
      return exchange.passOn({ bytes })
    case 'unchecked':
      return unchecked(exchange, bytes, judgement.why)
    case 'unreadable':
      if (judgement.what === 'too-many') return exchange.refuse(tooMany)
      return exchange.refuse(judgement.what === 'too-large' ? tooLarge(gate.limits.largest) : unreadable)
    case 'refused':
      return refuse(exchange, bytes, judgement)
  }
}

async function unchecked(exchange: Exchange, bytes: Buffer, why: string): Promise<void> {
  const { gate, requestId, method } = exchange
  gate.metrics.unchecked.inc()
  if (gate.whenUnknown === 'refuse') {
    gate.log.error({ requestId, ...method, why }, 'a task is refused because its payload cannot be checked')
    return exchange.refuse(unknown)
  }
  gate.log.error({ requestId, ...method, why }, 'a task passes UNCHECKED')
  return exchange.passOn({ bytes })
}

async function refuse(exchange: Exchange, bytes: Buffer, refusal: Refusal): Promise<void> {
  const { gate, request, method, requestId } = exchange
  const store = gate.store()
  const { taskId = '' } = method.params
  // A task that upstream accepted under an earlier schema is still the same task when its request is repeated.
  if (await exists(exchange, taskId)) return exchange.passOn({ bytes })
  const target = originForm(request.url ?? '/')
  const fetched = toRequest(request, target, bytes)
  if (fetched === undefined || store === undefined) return exchange.refuse(unknown)
  const routed = { request: fetched, target, params: method.params, service: 'queue', current: exchange.current }
  // The reasons only make the refusal clearer: without a database it is the same refusal.
  const reasons = () =>
    readReasons(store, refusal).catch((err: unknown) => {
      gate.log.warn({ err, requestId }, 'the reasons behind a schema could not be read')
      return undefined
    })
  const answer = await runMethod(refuseTask(refusal, gate.pagesUrl, reasons), routed, exchange.handlerOptions(store))
  if (answer.status === 400) {
    const { taskQueueId, sha256, violations } = refusal
    gate.metrics.refusals.inc({ worker_type: taskQueueId })
    gate.log.info({ requestId, taskId, taskQueueId, sha256, violations: violations.length }, 'a task is refused')
  }
  await exchange.send(answer)
}

/** Asked as nobody: where upstream does not tell everybody, the task counts as new. */
async function exists({ gate: { upstream } }: Exchange, taskId: string): Promise<boolean> {
  const path = `/api/queue/v1/task/${encodeURIComponent(taskId)}/status`
  const { status } = await askUpstream(upstream, { method: 'GET', path, headers: { host: upstream.host } })
  return status === 200
}

function tooLarge(largest: number): ApiError {
  return new ApiError('InputTooLarge', `The body is larger than ${largest} bytes.`)
}

const tooMany = new ApiError('InputTooLarge', `The body has more than ${mostValues} values.`)

const tooSlow = new ApiError('RequestTimeout', 'The body did not arrive in time.')

const unreadable = new ApiError(
  'MalformedPayload',
  'The body must be UTF-8, plain or compressed with gzip, deflate or br: this gate must be able to read it.',
)

const unknown = new ApiError(
  'ServiceUnavailable',
  'This gate cannot say at the moment which payloads the worker type takes, and lets no task pass unchecked. Try again later.',
)
