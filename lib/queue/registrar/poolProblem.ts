import type { Problem } from '@/lib/base/problem'
import { redactCut } from '@/lib/base/redact'
import type { Deployment } from './deployment'
import { longestMessage, queueProblem, scopesHelp } from './queueProblem'

/** An answer of worker-manager, or what came instead of one, in words for whoever registers a pool. */
export function poolProblem(error: unknown, deployment: Deployment): Problem {
  const { statusCode, message } = Object(error)
  const words =
    String(message ?? '')
      .split('\n\n---\n')[0]
      ?.trim() ?? ''
  const problem = (code: string, said: string, help?: string): Problem => {
    return {
      code,
      severity: 'error',
      message: redactCut(said, longestMessage),
      path: 'pool',
      ...(help === undefined ? {} : { help }),
    }
  }
  const { rootUrl } = deployment
  if (statusCode === 409) {
    return problem(
      'pool-conflict',
      `Worker-manager at ${rootUrl} has a pool of this name with another definition: ${words}.`,
      'Somebody made it meanwhile. Look at the difference, and register again.',
    )
  }
  if (statusCode === 403) {
    const who = deployment.credentials === undefined ? 'without credentials' : `as ${deployment.credentials.clientId}`
    return problem('queue-scopes-missing', `${who}, this is not allowed at ${rootUrl}: ${words}`, scopesHelp)
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 && statusCode !== 401) {
    return problem('pool-refused', `Worker-manager at ${rootUrl} refused the pool: ${words}`)
  }
  return queueProblem(error, deployment)
}
