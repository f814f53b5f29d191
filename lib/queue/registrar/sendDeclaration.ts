import type { JsonObject } from '../../base/json'
import { fail, type Result, succeed } from '../../base/problem'
import type { QueueConnection } from './connectQueue'
import { queueProblem } from './queueProblem'

/** Sends a declaration, where the Queue takes one; the answer is null where it does not. Problems: those of `queueProblem`. */
export async function sendDeclaration(
  { outcome, declare, deployment }: QueueConnection,
  { provisionerId, workerType, body }: { provisionerId: string; workerType: string; body: JsonObject },
): Promise<Result<JsonObject | null>> {
  if (outcome === 'published-only') return succeed(null)
  try {
    return succeed(await declare(provisionerId, workerType, body))
  } catch (error) {
    return fail([queueProblem(error, deployment)])
  }
}
