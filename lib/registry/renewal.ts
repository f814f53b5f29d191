import { z } from 'zod'
import { jsonObjectSchema } from './jsonObjectSchema'

/** A row of `renewals`. */
export const renewalSchema = z.object({
  id: z.number().int().positive(),
  taskQueueId: z.string(),
  number: z.number().int().positive(),
  whole: z.boolean(),
  expires: z.date(),
  author: z.string(),
  message: z.string(),
  createdAt: z.date(),
  state: z.enum(['intended', 'acknowledged', 'failed']),
  queueAnswer: jsonObjectSchema.nullable(),
  resolvedAt: z.date().nullable(),
})

/**
 * A registered version that was declared to the Queue again. `whole`: with everything that the version says, else its expiry alone;
 * `expires` is what the Queue was asked for.
 */
export type Renewal = z.infer<typeof renewalSchema>
