import { type Result, succeed } from '@/lib/base/problem'
import type { Composition } from '@/lib/compose/composition'
import { connectQueue, type QueueConnection } from './connectQueue'
import { demandScopes } from './demandScopes'
import type { Deployment } from './deployment'
import { type RegistrationRequest, registrationRequest } from './registrationRequest'

/** A registration that is ready to be sent. */
export interface PreparedRegistration {
  connection: QueueConnection
  request: RegistrationRequest
}

const year = 365 * 24 * 60 * 60 * 1000

/** A year from now: how long a registration lasts where nobody says. */
export function defaultExpiry(now: Date): Date {
  return new Date(now.getTime() + year)
}

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
