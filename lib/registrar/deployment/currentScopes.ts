import taskcluster from 'taskcluster-client'
import { z } from 'zod'
import { missingScopes } from '@/lib/auth/scopes'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { type Deployment, patienceOf } from './deployment'
import { queueProblem, scopesHelp, unreachable } from './queueProblem'

const answerSchema = z.object({ scopes: z.array(z.string()) })

/** What the credentials allow, by the deployment's own word. Problems: `queue-unreachable`, `queue-credentials-refused`. */
export async function currentScopes(deployment: Deployment): Promise<Result<string[]>> {
  const { rootUrl, address = rootUrl, credentials } = deployment
  try {
    const timeout = 2 * patienceOf(deployment)
    const auth = new taskcluster.Auth({ rootUrl: address, credentials: credentials ?? {}, retries: 1, timeout })
    const answer = answerSchema.safeParse(await auth.currentScopes?.())
    if (answer.success) return succeed(answer.data.scopes)
    return fail([unreachable(rootUrl, 'its auth service does not say which scopes these credentials have')])
  } catch (error) {
    return fail([queueProblem(error, deployment)])
  }
}

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
