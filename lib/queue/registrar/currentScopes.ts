import taskcluster from 'taskcluster-client'
import { z } from 'zod'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { type Deployment, patienceOf } from './deployment'
import { queueProblem, unreachable } from './queueProblem'

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
