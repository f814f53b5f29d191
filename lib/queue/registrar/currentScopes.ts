import taskcluster from 'taskcluster-client'
import { z } from 'zod'
import { fail, type Result, succeed } from '../../base/problem'
import type { Deployment } from './deployment'
import { queueProblem } from './queueProblem'

const answerSchema = z.object({ scopes: z.array(z.string()) })

/** What the credentials allow, by the deployment's own word. Problems: `queue-unreachable`, `queue-credentials-refused`. */
export async function currentScopes(deployment: Deployment): Promise<Result<string[]>> {
  const { rootUrl, address = rootUrl, credentials } = deployment
  try {
    const auth = new taskcluster.Auth({ rootUrl: address, credentials: credentials ?? {} })
    return succeed(answerSchema.parse(await auth.currentScopes?.()).scopes)
  } catch (error) {
    return fail([queueProblem(error, deployment)])
  }
}
