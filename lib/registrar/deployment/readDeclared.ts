import { z } from 'zod'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { splitTaskQueueId } from '@/lib/queue/taskQueues/taskQueue'
import type { QueueConnection } from './connectQueue'
import { type DeclaredWorkerType, payloadSchemaAnswerSchema, workerTypeAnswerSchema } from './declaration'
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

/** The payload schema that a Queue holds the tasks of a worker type against; null: none; undefined: this Queue does not say. Throws as `call` does. */
export async function heldSchema(
  connection: QueueConnection,
  taskQueueId: string,
): Promise<z.infer<typeof payloadSchemaAnswerSchema> | null | undefined> {
  if (!connection.has('getPayloadSchema')) return undefined
  const { provisionerId, workerType } = splitTaskQueueId(taskQueueId)
  const held = await unlessAbsent(connection.call('getPayloadSchema', provisionerId, workerType))
  return held === null ? null : payloadSchemaAnswerSchema.parse(held)
}

/** The answer of a call; null where the Queue says 404. */
async function unlessAbsent(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 404) return null
    throw error
  }
}
