import type { z } from 'zod'
import { splitTaskQueueId } from '@/lib/queue/taskQueues/taskQueue'
import type { QueueConnection } from './connectQueue'
import { payloadSchemaAnswerSchema } from './declaredWorkerType'

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
export async function unlessAbsent(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 404) return null
    throw error
  }
}
