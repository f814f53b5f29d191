import { z } from 'zod'
import type { JsonObject } from '@/lib/base/json'
import { noWorkers } from '@/lib/queue/schemas/workerPool'
import { jsonObjectSchema } from '@/lib/registry/jsonObjectSchema'

/** A row of `worker_pools`. */
export const workerPoolSchema = z.object({
  workerPoolId: z.string(),
  providerId: z.string(),
  description: z.string(),
  config: jsonObjectSchema,
  owner: z.string(),
  emailOnError: z.boolean(),
  created: z.date(),
  lastModified: z.date(),
})

export type WorkerPool = z.infer<typeof workerPoolSchema>

/** A pool as worker-manager answers it. */
export function workerPoolAnswer({ created, lastModified, ...pool }: WorkerPool) {
  return { ...pool, created: created.toJSON(), lastModified: lastModified.toJSON(), ...noWorkers } satisfies JsonObject
}
