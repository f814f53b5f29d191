import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { ApiError } from '@/lib/queue/api/apiError'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import { runMethod } from '@/lib/queue/api/runMethod'
import { declareWorkerType, getPayloadSchema } from '@/lib/queue/methods/taskQueues'
import { toRequest } from '@/lib/queue/requestListener'
import { type DeclareWorkerTypeRequest, declareWorkerTypeRequest } from '@/lib/queue/schemas/workerTypes'
import { checkDeclaration } from '@/lib/queue/taskQueues/checkDeclaration'
import { declareTaskQueue } from '@/lib/queue/taskQueues/declareTaskQueue'
import { workerTypeAnswer } from '@/lib/queue/taskQueues/taskQueue'
import { databaseTrouble } from '@/lib/registry/store/databaseTrouble'
import type { Exchange } from './exchange'
import { endToEndHeaders } from './forward'
import { originForm, publishedPaths } from './gateRoute'
import { readWhole } from './readWhole'
import { askUpstream, type UpstreamAnswer } from './upstream'

/** What only the database can answer, while it was never reached. */
const noStore = new ApiError(
  'ServiceUnavailable',
  'This gate cannot reach its database at the moment, so it can neither keep nor tell a declaration. Nothing was declared. Try again later.',
)

/**
 * declareWorkerType at the gate: checked here, with the signature verified by upstream; then the rest of the declaration is passed on where
 * upstream has the method, and what upstream accepts is kept here. Upstream's answer is the answer.
 */
export async function answerDeclareWorkerType(exchange: Exchange): Promise<void> {
  const { gate, request, method } = exchange
  const bytes = await readWhole(request, gate.limits)
  if (bytes === 'gone') return
  if (bytes === 'too-large') {
    const words = `The body is larger than ${gate.limits.largest} bytes.`
    return exchange.refuse(new ApiError('InputTooLarge', words), { connection: 'close' })
  }
  if (bytes === 'too-slow') {
    return exchange.refuse(new ApiError('RequestTimeout', 'The body did not arrive in time.'), { connection: 'close' })
  }
  const target = originForm(request.url ?? '/')
  const fetched = toRequest(request, target, bytes)
  const store = gate.store()
  if (fetched === undefined || store === undefined) return exchange.refuse(noStore)
  let upstreamAnswer: UpstreamAnswer | undefined
  const { run: _run, input: _input, ...published } = declareWorkerType
  const declare = defineMethod<DeclareWorkerTypeRequest>({
    ...published,
    input: declareWorkerTypeRequest,
    async handle(call) {
      const { payloadSchema, ...rest } = call.payload
      const declaration = await checkDeclaration(call)
      const caller = await call.authenticate()
      const hashed = caller.status === 'auth-success' && caller.hash !== undefined
      if (payloadSchema !== undefined && hashed && (await hasMethod(exchange))) throw signedWhole
      const changed = payloadSchema === undefined ? bytes : Buffer.from(JSON.stringify(rest))
      const answered = await passOn(exchange, target, changed, payloadSchema !== undefined)
      if (!isAbsent(answered)) {
        upstreamAnswer = answered
        if (answered.status >= 300) throw new ApiError('BadGateway', 'The Queue behind this gate refuses.')
      }
      try {
        const queue = await declareTaskQueue(store, declaration)
        await gate.schemas.read(store.database, gate.now())
        return { ...workerTypeAnswer(queue), actions: [] }
      } catch (error) {
        upstreamAnswer = undefined
        gate.log.error({ err: error, requestId: exchange.requestId, ...method }, 'a declaration could not be kept')
        throw notKept(error)
      }
    },
  })
  const routed = { request: fetched, target, params: method.params, service: 'queue', current: exchange.current }
  const answer = await runMethod(declare, routed, exchange.handlerOptions(store))
  await exchange.send(upstreamAnswer === undefined ? answer : toResponse(upstreamAnswer))
}

async function passOn(exchange: Exchange, path: string, body: Buffer, changed: boolean): Promise<UpstreamAnswer> {
  const { gate, request } = exchange
  const own = ['content-length', 'accept-encoding', ...(changed ? ['content-encoding'] : [])]
  const headers = endToEndHeaders(request.rawHeaders, own)
  return askUpstream(gate.upstream, { method: 'PUT', path, headers, body })
}

/** Releases after v106 answer like this for every path that they do not know. */
function isAbsent({ status, text }: UpstreamAnswer): boolean {
  return status === 404 && !Object.hasOwn(parse(text), 'code')
}

async function hasMethod({ gate: { upstream } }: Exchange): Promise<boolean> {
  const question = { method: 'GET', path: publishedPaths.reference, headers: { host: upstream.host } } as const
  const { entries } = parse((await askUpstream(upstream, question)).text)
  return Array.isArray(entries) && entries.some((entry) => isJsonObject(entry) && entry.name === declareWorkerType.name)
}

function parse(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : {}
  } catch {
    return {}
  }
}

function toResponse({ status, headers, text }: UpstreamAnswer): Response {
  const kept = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [name, String(value)]))
  const pairs = endToEndHeaders(kept, ['content-length'])
  const all = new Headers()
  for (let i = 0; i + 1 < pairs.length; i += 2) all.append(pairs[i] ?? '', pairs[i + 1] ?? '')
  return new Response(text, { status, headers: all })
}

function notKept(error: unknown): ApiError {
  const why = databaseTrouble(error)?.message ?? 'The database of this gate failed.'
  return new ApiError('ServiceUnavailable', `${why} The declaration could not be kept by this gate. Repeat it.`)
}

const signedWhole = new ApiError(
  'InputError',
  'The signature covers the body (it has a payload hash), so this gate cannot take `payloadSchema` out of it for the Queue behind it, ' +
    'which does not know that property. Sign the request without a hash, as taskcluster-client does. Nothing was declared.',
)

/** getPayloadSchema at the gate: the schema that is kept here, for callers whom upstream knows. */
export async function answerPayloadSchema(exchange: Exchange): Promise<void> {
  const { gate, request, method } = exchange
  const target = originForm(request.url ?? '/')
  const fetched = toRequest(request, target, Buffer.alloc(0))
  const store = gate.store()
  if (fetched === undefined || store === undefined) return exchange.refuse(noStore)
  const routed = { request: fetched, target, params: method.params, service: 'queue', current: exchange.current }
  await exchange.send(await runMethod(getPayloadSchema, routed, exchange.handlerOptions(store)))
}
