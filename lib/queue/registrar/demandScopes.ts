import { missingScopes } from '@/lib/auth/scopes'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { currentScopes } from './currentScopes'
import type { Deployment } from './deployment'
import { scopesHelp } from './queueProblem'

/** Asks the deployment whether its credentials have scopes; `what` names the thing to do. Problems: those of `currentScopes`, `queue-scopes-missing`. */
export async function demandScopes(deployment: Deployment, needed: string[], what: string): Promise<Result<string[]>> {
  const held = await currentScopes(deployment)
  if (!held.ok) return held
  const missing = needed.filter((scope) => missingScopes(held.value, scope) !== undefined)
  if (missing.length === 0) return succeed(held.value)
  const { credentials } = deployment
  const who = credentials === undefined ? 'nobody is signed in, and' : `${credentials.clientId} may not:`
  const message = `${who} ${what} needs the scopes ${missing.join(', ')}`
  return fail([{ code: 'queue-scopes-missing', severity: 'error', message, path: '', help: scopesHelp }])
}
