import { runMethod } from '@/lib/queue/api/runMethod'
import { getPayloadSchema } from '@/lib/queue/methods/getPayloadSchema'
import { toRequest } from '@/lib/queue/requestListener'
import type { Exchange } from './exchange'
import { originForm } from './gateRoute'
import { noStore } from './noStore'

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
