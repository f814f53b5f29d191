import { z } from 'zod'
import { jsonObjectSchema } from './jsonObjectSchema'

/** A row of `pool_registrations`. */
export const poolRegistrationSchema = z.object({
  id: z.number().int().positive(),
  workerPoolId: z.string(),
  rootUrl: z.string(),
  definition: jsonObjectSchema,
  seen: jsonObjectSchema.nullable(),
  author: z.string(),
  message: z.string(),
  createdAt: z.date(),
  state: z.enum(['intended', 'acknowledged', 'failed']),
  answer: jsonObjectSchema.nullable(),
  resolvedAt: z.date().nullable(),
})

/**
 * A worker pool that was created or updated at the worker-manager of `rootUrl`, or is about to be. `definition` is what is sent, `seen` the
 * definition that was there before (null for none), `answer` the pool as worker-manager answered it, or the problem.
 */
export type PoolRegistration = z.infer<typeof poolRegistrationSchema>
