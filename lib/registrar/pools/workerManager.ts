import taskcluster from 'taskcluster-client'
import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { redactCut } from '@/lib/base/redact'
import { type Deployment, patienceOf } from '@/lib/registrar/deployment/deployment'
import { longestMessage, queueProblem, scopesHelp, unreachable } from '@/lib/registrar/deployment/queueProblem'

/** The worker-manager of a deployment, as its credentials see it. Problems of all calls: those of `poolProblem`. */
export interface WorkerManager {
  deployment: Deployment
  /** a pool, null where there is none */
  read(workerPoolId: string): Promise<Result<JsonObject | null>>
  create(workerPoolId: string, definition: JsonObject): Promise<Result<JsonObject>>
  update(workerPoolId: string, definition: JsonObject): Promise<Result<JsonObject>>
  /** the type of each provider, by id */
  providers(): Promise<Result<Record<string, string>>>
}

/** The worker-manager of a deployment; nothing is sent yet. */
export function workerManagerOf(deployment: Deployment): WorkerManager {
  const { rootUrl, address = rootUrl, credentials } = deployment
  const call = async (name: string, ...args: unknown[]): Promise<unknown> => {
    const timeout = 2 * patienceOf(deployment)
    const client = new taskcluster.WorkerManager({
      rootUrl: address,
      credentials: credentials ?? {},
      retries: 1,
      timeout,
    })
    return client[name]?.(...args)
  }
  const answered = async (name: string, ...args: unknown[]): Promise<Result<JsonObject>> => {
    try {
      const answer = await call(name, ...args)
      if (isJsonObject(answer)) return succeed(answer)
      return fail([unreachable(rootUrl, `worker-manager does not answer ${name} as it should`)])
    } catch (error) {
      return fail([poolProblem(error, deployment)])
    }
  }
  return {
    deployment,
    read: async (workerPoolId) => {
      try {
        const answer = await call('workerPool', workerPoolId)
        if (isJsonObject(answer) && isJsonObject(answer.config)) return succeed(answer)
        return fail([unreachable(rootUrl, 'worker-manager does not answer workerPool as it should')])
      } catch (error) {
        // A deployment without worker-manager answers 404 too, but without a code.
        const { statusCode, code } = Object(error)
        if (statusCode === 404 && code === 'ResourceNotFound') return succeed(null)
        return fail([poolProblem(error, deployment)])
      }
    },
    create: (workerPoolId, definition) => answered('createWorkerPool', workerPoolId, definition),
    update: (workerPoolId, definition) => answered('updateWorkerPool', workerPoolId, definition),
    providers: async () => {
      const answer = await answered('listProviders')
      if (!answer.ok) return answer
      const list = Array.isArray(answer.value.providers) ? answer.value.providers.filter(isJsonObject) : []
      return succeed(
        Object.fromEntries(list.map(({ providerId, providerType }) => [String(providerId), String(providerType)])),
      )
    },
  }
}

/** An answer of worker-manager, or what came instead of one, in words for whoever registers a pool. */
function poolProblem(error: unknown, deployment: Deployment): Problem {
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
