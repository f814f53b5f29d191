import type { JsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { Composition } from '@/lib/compose/composition'
import { parameterPatterns } from '@/lib/queue/api/parameters'
import type { RegistrationOutcome } from '@/lib/registry/versions/version'
import { connectQueue, type QueueConnection } from './deployment/connectQueue'
import { demandScopes } from './deployment/currentScopes'
import { declarationBody, declarationScopes } from './deployment/declaration'
import type { Deployment } from './deployment/deployment'

/**
 * Checks everything that can be checked before something is changed: the composition, that the Queue answers, the credentials, and that
 * they have the scopes. Problems: those of `registrationRequest`, `queue-unreachable`, `queue-credentials-refused`, `queue-scopes-missing`.
 */
export async function prepareRegistration(
  composition: Composition,
  deployment: Deployment,
  expires: Date,
): Promise<Result<PreparedRegistration>> {
  const sound = registrationRequest(composition, { expires, outcome: 'enforced' })
  if (!sound.ok) return sound
  const connection = await connectQueue(deployment)
  if (!connection.ok) return connection
  const request = registrationRequest(composition, { expires, outcome: connection.value.outcome })
  if (!request.ok) return request
  const allowed = await demandScopes(deployment, request.value.scopes, `registering ${request.value.taskQueueId}`)
  if (!allowed.ok) return allowed
  return succeed({ connection: connection.value, request: request.value })
}

/** A registration that is ready to be sent. */
interface PreparedRegistration {
  connection: QueueConnection
  request: RegistrationRequest
}

const year = 365 * 24 * 60 * 60 * 1000

/** A year from now: how long a registration lasts where nobody says. */
export function defaultExpiry(now: Date): Date {
  return new Date(now.getTime() + year)
}

/** What a Queue is told of a worker type. */
interface RegistrationRequest {
  provisionerId: string
  workerType: string
  taskQueueId: string
  payloadSchema: JsonObject
  /** the body of declareWorkerType; without `payloadSchema` where the Queue does not know it */
  body: JsonObject
  /** the scopes that the Queue will ask for */
  scopes: string[]
}

/** The request that registers a composition. Problems: those of the composition, `not-registrable`, `identity-invalid`. */
export function registrationRequest(
  composition: Composition,
  { expires, outcome }: { expires: Date; outcome: RegistrationOutcome },
): Result<RegistrationRequest> {
  const { provisionerId, workerType, effectiveSchema, design } = composition
  const errors = composition.problems.filter((problem) => problem.severity === 'error')
  if (errors.length > 0) return fail(errors)
  if (effectiveSchema === undefined) {
    return fail([
      problem('not-registrable', 'the design has no payload schema: engine and plugins do not fit together', 'engine'),
    ])
  }
  const taskQueueId = `${provisionerId}/${workerType}`
  if (!parameterPatterns.taskQueueId.test(taskQueueId)) {
    const message = `the Queue takes no worker type named ${taskQueueId}`
    const help = 'A worker type has at most 38 lower-case letters, digits and hyphens, and begins with a letter.'
    return fail([{ ...problem('identity-invalid', message, 'workerType'), help }])
  }
  const body = declarationBody({ description: design.description, expires, payloadSchema: effectiveSchema }, outcome)
  const needed = outcome === 'published-only' ? [] : declarationScopes(taskQueueId, body)
  return succeed({ provisionerId, workerType, taskQueueId, payloadSchema: effectiveSchema, body, scopes: needed })
}

function problem(code: string, message: string, path: string): Problem {
  return { code, severity: 'error', message, path }
}
