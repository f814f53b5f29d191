import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { type Deployment, patienceOf } from './deployment'
import { causeOf, unreachable } from './queueProblem'

/** A JSON object that a deployment publishes; undefined where it says 404. Problem: `queue-unreachable`. */
export async function fetchJson(deployment: Deployment, path: string): Promise<Result<JsonObject | undefined>> {
  const { rootUrl, address = rootUrl } = deployment
  try {
    const signal = AbortSignal.timeout(patienceOf(deployment))
    const answer = await fetch(`${address}${path}`, { cache: 'no-store', signal })
    if (answer.status === 404) return succeed(undefined)
    if (!answer.ok) return fail([unreachable(rootUrl, `${path} answers ${answer.status}`)])
    const value: unknown = JSON.parse(await answer.text())
    if (isJsonObject(value)) return succeed(value)
    return fail([unreachable(rootUrl, `${path} is not what a Taskcluster deployment publishes`)])
  } catch (error) {
    const why = error instanceof SyntaxError ? `${path} is not what a Taskcluster deployment publishes` : causeOf(error)
    return fail([unreachable(rootUrl, why)])
  }
}
