import { z } from 'zod'
import { fail, type Result, succeed } from '../../base/problem'
import { splitTaskQueueId } from '../taskQueues/taskQueue'
import type { QueueConnection } from './connectQueue'
import { type DeclaredWorkerType, payloadSchemaAnswerSchema, workerTypeAnswerSchema } from './declaredWorkerType'
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
  const { rootUrl } = connection.deployment
  try {
    const answer = connection.has('getWorkerType')
      ? await unlessAbsent(connection.call('getWorkerType', provisionerId, workerType))
      : await unlessAbsent(connection.call('getTaskQueue', taskQueueId))
    if (answer === null) return succeed(null)
    const declared = workerTypeAnswerSchema.parse(answer)
    if (!connection.has('getPayloadSchema')) return succeed({ ...declared, payloadSchema: undefined })
    const held = await unlessAbsent(connection.call('getPayloadSchema', provisionerId, workerType))
    if (held === null) return succeed({ ...declared, payloadSchema: null })
    return succeed({ ...declared, ...payloadSchemaAnswerSchema.parse(held) })
  } catch (error) {
    if (error instanceof z.ZodError) {
      return fail([unreachable(rootUrl, 'what it reports of the worker type is not what a Queue reports')])
    }
    return fail([queueProblem(error, connection.deployment)])
  }
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
