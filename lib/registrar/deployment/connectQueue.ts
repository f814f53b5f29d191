import { createClient } from 'taskcluster-client'
import { z } from 'zod'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import type { RegistrationOutcome } from '@/lib/registry/versions/version'
import { type Deployment, patienceOf } from './deployment'
import { causeOf, unreachable } from './queueProblem'

/** Reads the reference that the Queue of a deployment publishes, and makes a client of it. Problem: `queue-unreachable`. */
export async function connectQueue(deployment: Deployment): Promise<Result<QueueConnection>> {
  const { rootUrl, address = rootUrl, credentials } = deployment
  const found = await fetchJson(deployment, '/references/queue/v1/api.json')
  if (!found.ok) return found
  const reference = referenceSchema.safeParse(found.value)
  if (found.value === undefined || !reference.success) {
    return fail([unreachable(rootUrl, 'no Taskcluster deployment publishes the reference of its Queue there')])
  }
  const published: JsonObject = found.value
  const methods = new Map(
    reference.data.entries.filter(({ type }) => type === 'function').map((entry) => [entry.name, entry]),
  )
  const call = async (method: string, ...args: JsonValue[]) => {
    const Queue = createClient(published, 'Queue')
    // Retries end before the registration counts as no longer on its way; the registry knows how long that is.
    const options = {
      rootUrl: address,
      credentials: credentials ?? {},
      retries: 1,
      timeout: 2 * patienceOf(deployment),
    }
    return new Queue(options)[method]?.(...args)
  }
  const connected = { deployment, has: (method: string) => methods.has(method), call }
  const input = methods.get('declareWorkerType')?.input
  if (input === undefined) return succeed({ ...connected, outcome: 'published-only' })
  const schema = await fetchJson(deployment, `/schemas/queue/${input.replace(/#$/, '')}`)
  if (!schema.ok) return schema
  if (schema.value === undefined || !isJsonObject(schema.value.properties)) {
    return fail([unreachable(rootUrl, 'the schema of declareWorkerType is not where its reference says')])
  }
  const takesSchemas = Object.hasOwn(schema.value.properties, 'payloadSchema')
  return succeed({ ...connected, outcome: takesSchemas ? 'enforced' : 'declared-only' })
}

/** A JSON object that a deployment publishes; undefined where it says 404. Problem: `queue-unreachable`. */
async function fetchJson(deployment: Deployment, path: string): Promise<Result<JsonObject | undefined>> {
  const { rootUrl, address = rootUrl } = deployment
  try {
    const signal = AbortSignal.timeout(patienceOf(deployment))
    const answer = await fetch(`${address}${path}`, { cache: 'no-store', signal })
    if (answer.status === 404) return succeed(undefined)
    if (!answer.ok) return fail([unreachable(rootUrl, `${path} answers ${answer.status}`)])
    const value: unknown = JSON.parse(await answer.text())
    if (isJsonObject(value)) return succeed(value)
    return fail([unreachable(rootUrl, `${path} is not what a Taskcluster deployment publishes`)])
  } catch (error) {
    const why = error instanceof SyntaxError ? `${path} is not what a Taskcluster deployment publishes` : causeOf(error)
    return fail([unreachable(rootUrl, why)])
  }
}

/** A Queue whose reference was read: what registering with it comes to, and how to talk to it. */
export interface QueueConnection {
  deployment: Deployment
  /** `enforced`: it takes payload schemas; `declared-only`: it declares without them; `published-only`: it declares nothing */
  outcome: RegistrationOutcome
  /** true where its reference has this method */
  has(method: string): boolean
  /** calls a method of its reference; throws the errors of taskcluster-client */
  call(method: string, ...args: JsonValue[]): Promise<unknown>
}

const referenceSchema = z.object({
  serviceName: z.literal('queue'),
  entries: z.array(z.object({ type: z.string(), name: z.string(), input: z.string().optional() })),
})
