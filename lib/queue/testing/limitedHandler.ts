import { isJsonObject, type JsonObject } from '@/lib/base/json'
import type { QueueHandler } from '@/lib/queue/createQueueHandler'

/**
 * Stands in for Queues of other releases: `no-schemas` does not know `payloadSchema`, as releases up to v106; `no-declarations` has no
 * declareWorkerType, as later ones.
 */
export function limitedHandler(handler: QueueHandler, release: 'no-schemas' | 'no-declarations'): QueueHandler {
  return async (request, raw) => {
    const { pathname } = new URL(request.url)
    const answer = await handler(request, raw)
    if (release === 'no-schemas' && pathname.endsWith('/update-workertype-request.json')) {
      return change(answer, (schema) => {
        if (isJsonObject(schema.properties)) delete schema.properties.payloadSchema
      })
    }
    if (release === 'no-declarations' && pathname === '/references/queue/v1/api.json') {
      return change(answer, (reference) => {
        const entries = Array.isArray(reference.entries) ? reference.entries : []
        reference.entries = entries.filter((entry) => !isJsonObject(entry) || entry.name !== 'declareWorkerType')
      })
    }
    return answer
  }
}

async function change(answer: Response, edit: (value: JsonObject) => void): Promise<Response> {
  const value: unknown = await answer.json()
  if (isJsonObject(value)) edit(value)
  return Response.json(value)
}
