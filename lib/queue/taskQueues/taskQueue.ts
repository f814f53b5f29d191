import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson, type JsonObject } from '@/lib/base/json'
import { stabilities } from '@/lib/queue/schemas/properties'

/** A row of `task_queues`, as answers need it. */
export const taskQueueSchema = z.object({
  taskQueueId: z.string(),
  description: z.string(),
  stability: z.enum(stabilities),
  expires: z.date(),
  lastDateActive: z.date(),
})

export type TaskQueue = z.infer<typeof taskQueueSchema>

/** The two parts of a task queue id. */
export function splitTaskQueueId(taskQueueId: string): { provisionerId: string; workerType: string } {
  const slash = taskQueueId.indexOf('/')
  return { provisionerId: taskQueueId.slice(0, slash), workerType: taskQueueId.slice(slash + 1) }
}

/** A task queue as getTaskQueue answers it. */
export function taskQueueAnswer({ taskQueueId, stability, description, expires, lastDateActive }: TaskQueue) {
  const dates = { expires: expires.toJSON(), lastDateActive: lastDateActive.toJSON() }
  return { taskQueueId, stability, description, ...dates } satisfies JsonObject
}

/** A task queue as listWorkerTypes answers it. */
export function workerTypeAnswer(queue: TaskQueue) {
  return { ...splitTaskQueueId(queue.taskQueueId), ...taskQueueAnswer(queue) } satisfies JsonObject
}

/** The name of a payload schema: the SHA-256 of its canonical JSON, in hexadecimal digits. */
export function schemaSha256(schema: JsonObject): string {
  return createHash('sha256').update(canonicalJson(schema)).digest('hex')
}
