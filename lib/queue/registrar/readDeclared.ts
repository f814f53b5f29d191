import { z } from 'zod'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { splitTaskQueueId } from '@/lib/queue/taskQueues/taskQueue'
import type { QueueConnection } from './connectQueue'
import { type DeclaredWorkerType, workerTypeAnswerSchema } from './declaredWorkerType'
import { heldSchema, unlessAbsent } from './heldSchema'
import { queueProblem, unreachable } from './queueProblem'

/**
 * What a Queue reports of a worker type; null where it knows none. The payload schema is asked for where the Queue has a method for it.
 * Problems: those of `queueProblem`.
 */
export async function readDeclared(
  connection: QueueConnection,
  taskQueueId: string,
): Promise<Result<DeclaredWorkerType | null>> {
  const { provisionerId, workerType } = splitTaskQueueId(taskQueueId)
  try {
    const answer = connection.has('getWorkerType')
      ? await unlessAbsent(connection.call('getWorkerType', provisionerId, workerType))
      : await unlessAbsent(connection.call('getTaskQueue', taskQueueId))
    if (answer === null) return succeed(null)
    const declared = workerTypeAnswerSchema.parse(answer)
    const held = await heldSchema(connection, taskQueueId)
    return succeed({ ...declared, ...(held ?? { payloadSchema: held }) })
  } catch (error) {
    return fail([answerProblem(error, connection)])
  }
}

/** What stands in the way of reading a worker type: the Queue's refusal, or an answer that no Queue gives. */
export function answerProblem(error: unknown, { deployment }: QueueConnection) {
  return error instanceof z.ZodError
    ? unreachable(deployment.rootUrl, 'what it reports of the worker type is not what a Queue reports')
    : queueProblem(error, deployment)
}
