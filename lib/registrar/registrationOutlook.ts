import type { Problem } from '@/lib/base/problem'
import type { Composition } from '@/lib/compose/composition'
import type { RegistrationOutcome } from '@/lib/registry/versions/version'
import { connectQueue } from './deployment/connectQueue'
import { currentScopes } from './deployment/currentScopes'
import type { Deployment } from './deployment/deployment'
import { registrationRequest } from './prepareRegistration'

/** What registering would come to, as far as it can be known before. */
export interface RegistrationOutlook {
  /** undefined where the Queue could not be asked */
  outcome: RegistrationOutcome | undefined
  /** the scopes that it takes: of a Queue that takes payload schemas, where it could not be asked */
  needed: string[]
  /** what the credentials allow, by the deployment's word; undefined where it could not be asked, or nobody is signed in */
  held: string[] | undefined
  /** why something is undefined */
  problems: Problem[]
}

/** Asks a deployment what registering a composition with it would come to, and whether these credentials may. Changes nothing. */
export async function registrationOutlook(
  composition: Composition,
  deployment: Deployment,
  expires: Date,
): Promise<RegistrationOutlook> {
  const [connection, held] = await Promise.all([
    connectQueue(deployment),
    deployment.credentials === undefined ? undefined : currentScopes(deployment),
  ])
  const outcome = connection.ok ? connection.value.outcome : undefined
  const request = registrationRequest(composition, { expires, outcome: outcome ?? 'enforced' })
  return {
    outcome,
    needed: request.ok ? request.value.scopes : composition.scopes.admin,
    held: held?.ok === true ? held.value : undefined,
    problems: [...connection.problems, ...(connection.ok ? (held?.problems ?? []) : [])],
  }
}
