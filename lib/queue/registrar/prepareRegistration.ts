import { missingScopes } from '../../auth/scopes'
import { fail, type Result, succeed } from '../../base/problem'
import type { Composition } from '../../compose/composition'
import { connectQueue, type QueueConnection } from './connectQueue'
import { currentScopes } from './currentScopes'
import type { Deployment } from './deployment'
import { scopesHelp } from './queueProblem'
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
  const held = await currentScopes(deployment)
  if (!held.ok) return held
  const missing = request.value.scopes.filter((scope) => missingScopes(held.value, scope) !== undefined)
  if (missing.length > 0) {
    const who =
      deployment.credentials === undefined ? 'nobody is signed in, and' : `${deployment.credentials.clientId} may not:`
    const message = `${who} registering ${request.value.taskQueueId} needs the scopes ${missing.join(', ')}`
    return fail([{ code: 'queue-scopes-missing', severity: 'error', message, path: '', help: scopesHelp }])
  }
  return succeed({ connection: connection.value, request: request.value })
}
