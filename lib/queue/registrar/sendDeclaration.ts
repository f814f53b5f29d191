import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import type { QueueConnection } from './connectQueue'
import { workerTypeAnswerSchema } from './declaredWorkerType'
import { queueProblem, unreachable } from './queueProblem'

/** Sends a declaration, where the Queue takes one; the answer is null where it does not. Problems: those of `queueProblem`. */
export async function sendDeclaration(
  { outcome, call, deployment }: QueueConnection,
  { provisionerId, workerType, body }: { provisionerId: string; workerType: string; body: JsonObject },
): Promise<Result<JsonObject | null>> {
  if (outcome === 'published-only') return succeed(null)
  try {
    const answer = await call('declareWorkerType', provisionerId, workerType, body)
    if (isJsonObject(answer) && workerTypeAnswerSchema.safeParse(answer).success) return succeed(answer)
    return fail([unreachable(deployment.rootUrl, 'it does not answer what a Queue answers to a declaration')])
  } catch (error) {
    return fail([queueProblem(error, deployment)])
  }
}
