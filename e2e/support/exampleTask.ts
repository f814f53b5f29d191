import { randomBytes } from 'node:crypto'
import type { JsonObject } from '@/lib/base/json'

/** A task definition for a worker type, and an id for it. */
export function exampleTask(
  workerType: string,
  payload: JsonObject,
  provisionerId = 'proj',
): { taskId: string; task: JsonObject } {
  const id = randomBytes(16)
  // what makes 16 bytes a slug id of Taskcluster
  id[0] = (id[0] ?? 0) & 0x7f
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x40
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80
  const now = Date.now()
  const task = {
    taskQueueId: `${provisionerId}/${workerType}`,
    created: new Date(now).toJSON(),
    deadline: new Date(now + 3_600_000).toJSON(),
    payload,
    metadata: {
      name: 'Tour',
      description: 'A task of the tour',
      owner: 'a@example.com',
      source: 'https://example.com',
    },
  }
  return { taskId: id.toString('base64url'), task }
}
