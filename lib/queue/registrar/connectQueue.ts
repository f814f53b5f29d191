import { createClient } from 'taskcluster-client'
import { z } from 'zod'
import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json'
import { fail, type Result, succeed } from '../../base/problem'
import type { RegistrationOutcome } from '../../registry/version'
import type { Deployment } from './deployment'
import { fetchJson } from './fetchJson'
import { unreachable } from './queueProblem'

/** A Queue whose reference was read: what registering with it comes to, and how to. */
export interface QueueConnection {
  deployment: Deployment
  /** `enforced`: it takes payload schemas; `declared-only`: it declares without them; `published-only`: it declares nothing */
  outcome: RegistrationOutcome
  /** declares a worker type, and answers what the Queue said; throws the errors of taskcluster-client */
  declare(provisionerId: string, workerType: string, body: JsonObject): Promise<JsonObject>
}

const referenceSchema = z.object({
  serviceName: z.literal('queue'),
  entries: z.array(z.object({ type: z.string(), name: z.string(), input: z.string().optional() })),
})

/** Reads the reference that the Queue of a deployment publishes, and makes a client of it. Problem: `queue-unreachable`. */
export async function connectQueue(deployment: Deployment): Promise<Result<QueueConnection>> {
  const { rootUrl, address = rootUrl, credentials } = deployment
  const found = await fetchJson(deployment, '/references/queue/v1/api.json')
  if (!found.ok) return found
  const reference = referenceSchema.safeParse(found.value)
  if (found.value === undefined || !reference.success) {
    return fail([unreachable(rootUrl, 'no Taskcluster deployment publishes the reference of its Queue there')])
  }
  const method = reference.data.entries.find((entry) => entry.type === 'function' && entry.name === 'declareWorkerType')
  const declare = async (provisionerId: string, workerType: string, body: JsonObject) => {
    const Queue = createClient(found.value ?? {}, 'Queue')
    const client = new Queue({ rootUrl: address, credentials: credentials ?? {} })
    const answer: unknown = await client.declareWorkerType?.(provisionerId, workerType, body)
    return isJsonObject(answer) ? answer : {}
  }
  if (method?.input === undefined) return succeed({ deployment, outcome: 'published-only', declare })
  const input = await fetchJson(deployment, `/schemas/queue/${method.input.replace(/#$/, '')}`)
  if (!input.ok) return input
  const outcome = takesPayloadSchema(input.value) ? 'enforced' : 'declared-only'
  return succeed({ deployment, outcome, declare })
}

function takesPayloadSchema(input: JsonValue | undefined): boolean {
  return isJsonObject(input) && isJsonObject(input.properties) && Object.hasOwn(input.properties, 'payloadSchema')
}
